# Les opportunités.

pane-board = Opportunités
pane-board-client = Propositions
board-title = Opportunités en attente

board-empty-staff = Aucune opportunité en attente.
    Un devis accepté ou une demande paraît ici pour les animateurs : en Sous-traitance quand nous avons fixé le prix et gardons le contrat, en Apport d’affaires quand c’est au coordinateur de contacter le client.
    Leurs propositions s’affichent à côté.
board-empty-facilitator = Aucune opportunité en attente.
    Quand nous cherchons quelqu’un pour un atelier ou une formation, vous le trouvez ici : le groupe, le pays, la langue, les dates et le nombre de participants.
    Vous pouvez laisser cet écran ouvert. Les nouvelles opportunités s’affichent d’elles-mêmes, les plus récentes d’abord.
board-empty-client = Rien n’est en attente pour vous ici.
    Nous restons en contact avec vous par e-mail.
scope-board = Opportunités

# Les vues.
board-view-mine = Les miennes
board-view-favourites = Favorites
board-view-eligible = Où je peux proposer
board-view-sub = Sous-traitance
board-view-intro = Apport d’affaires
board-view-online = En ligne
board-view-selected = En attente de confirmation
board-view-missions = Missions
board-view-all = Toutes, y compris livrées
board-newest = récentes d’abord
board-filter-hint = des mots, group:sub country:FR lang:fr work:training from:2027-03-01 eligible
board-nothing-matches = Rien ne correspond.
    Échap efface le filtre ; f propose d’autres vues.
board-nothing-in-view = Rien dans cette vue.
    f propose d’autres vues.
board-empty-page = Rien n’est sélectionné.
    Choisissez une opportunité dans la liste.

# La colonne du groupe : 5 colonnes au plus.
board-group-sub = ST
board-group-intro = AA
board-urgent-sign = ‼

# La colonne de l’état : 11 colonnes au plus.
board-state-confirm = ! confirmer
board-state-draft = brouillon
board-state-submitted = envoyée
board-state-interesting = + intéresse
board-state-not-interesting = − écartée
board-state-selected = ✓ retenue
board-state-confirmed = ✓ à vous
board-state-lost = non retenue
board-state-withdrawn = retirée
board-state-to-judge = { $n } à juger
board-state-judged = jugées
board-state-opened = ✓ ouverte
board-state-eligible = ✓ éligible
board-state-closed = fermée
board-state-not-eligible = ✗ non élig.
board-stage-open = ouverte
board-stage-selected = retenue
board-stage-confirmed = mission
board-stage-delivered = livrée
board-stage-ended = clôturée

# À qui d’agir : la première ligne d’une fiche.
board-somebody = quelqu’un d’autre
board-the-client = le client
board-turn-proposers = Aux animateurs : proposer jusqu’au { $until } ({ $away })
board-turn-nobody-came = Aucune proposition au { $until }. À nous de prolonger ou de clôturer
board-turn-you-judge = À vous : { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
} à juger ou retenir
board-turn-client = { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
} chez { $who }, à juger ou retenir
board-turn-you-choose = À vous de choisir la formule, avec y
board-turn-chooser = À { $who } de choisir la formule, avant que les conditions puissent être confirmées
board-turn-you-agree = À vous de lire les conditions avec y, puis de les accepter
board-turn-agreer = À { $who } d’accepter les conditions
board-turn-house-selects = À nous de retenir : { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
}
board-turn-you-confirm = À vous : votre proposition est retenue. y montre les conditions à confirmer, x les décline
board-turn-winner = À { $who } de confirmer les conditions : sa proposition est retenue
board-turn-you-run = À vous : menez la mission, puis livrez-la avec D
board-turn-you-take = À vous : cette mission vous est proposée. y confirme les conditions, x les décline
board-turn-taker = À { $who } de reprendre la mission, ou non
board-turn-replacer = À nous de trouver un autre coordinateur
board-turn-coordinator = À { $who } de mener la mission et de la livrer
board-turn-ended = Clôturée, { $at } : { $why }
board-turn-delivered = Livrée. Il n’y a plus rien à faire
board-turn-nobody = Rien à faire

# Ce qui suit du groupe : une ligne chacun.
board-follows-sub = nous avons fixé le prix avec le client : aucune proposition ne peut être inférieure
    le contrat est entre le client et nous ; nous facturons, et payons les animateurs
    les animateurs sont mandatés, sans droit d’usage ; la coordination est payée { $coordination } de plus par prestation
    nous gardons la relation avec le client 12 mois
board-follows-intro = nous n’avons pas eu de contact avec le client : le coordinateur le contacte et mène la relation
    le contrat lie le coordinateur et le client
    à déclarer : droit d’usage { $usage }, contribution { $contribution } de ce qui est facturé

# Intitulés d’une fiche : 13 colonnes au plus.
board-field-what = Prestation
board-field-where = Où
board-field-when = Quand
board-field-size = Effectif
board-field-level = Niveau
board-field-skills = Compétences
board-field-urgent = Urgent
board-field-stale = Inactive
board-field-request = Demande
board-field-price = Prix
board-field-formula = Formule
board-field-selects = Retenue par
board-field-commission = Commission
board-field-state = État
board-field-available = Disponible
board-field-advice = Conseil
board-field-reason = Motif
board-field-coordination = Coordination
board-field-fees = Droits
board-field-coordinator = Coordinateur
board-field-team = Équipe
board-field-sessions = Séances

board-sessions = { $n ->
    [one] { $n } séance
   *[other] { $n } séances
}
board-level = niveau { $belt } pour coordonner
board-deadline = propositions jusqu’au { $at } ({ $away })
board-deadline-over = propositions reçues jusqu’au { $at }
board-urgent = n’attend pas de réponse écrite : le contact direct est ouvert
board-stale = aucune proposition depuis { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
board-from-request = { $request } · publiée par { $by } · O l’ouvre
board-your-request = { $request } · O montre toutes vos demandes
board-price-set = { $amount }, fixé par nous
board-formula-basic = de base : une fois la commission payée, client et prestataire règlent le reste entre eux ; nous n’en répondons pas
board-formula-r0 = R0 (risque zéro) : le client alimente le compte du projet ; ne travaillez que sur la part alimentée
board-formula-none = pas encore choisie
board-formula-expected = { $formula } (prévue ; le client choisit)
board-formula-chosen = { $formula } (choisie par le client)
board-selects-house = nous, parmi les candidats à la coordination
board-selects-client = le client
board-commission-client = { $percent } du prix, en principe payée par le client
board-commission-provider = { $percent } du prix, demandée au prestataire, avec son accord : { $why }

# Headings.
board-rule-facts = détails
board-mission-firm = Une mission de { $firm } : vous agissez pour une autre société. Changer : : puis « Agir pour sa société »
board-rule-whom = à qui vous adresser
board-whom-first = D’abord
board-whom-then = Suivi du projet
board-next-propose = r écrit votre proposition
board-closed = Fermée aux propositions : plus aucun crédit n’est utilisé. Ce que vous avez ouvert le reste
board-rule-eligible = pouvez-vous proposer ?
board-rule-steps = étapes
board-rule-client = client
board-rule-description = descriptif
board-rule-mine = votre proposition
board-rule-draft = votre brouillon
board-rule-others = autres propositions
board-rule-proposals = { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
}, les mieux jugées d’abord
board-rule-terms = conditions, à confirmer
board-rule-agreed = conditions confirmées
board-field-tranches = Ce qui est livré, et payé :
board-tranche-whole = le prix entier à la livraison
board-tranche-all = Tout le projet
board-rule-mission = mission
board-rule-logistics = logistique
board-rule-report = compte rendu
board-may-apply = vous remplissez toutes les conditions

# Steps, and what each opens.
board-opens-consultation = ouvre le descriptif, les fichiers, le nombre et les prix des autres propositions
board-opens-offer = permet de proposer, ou de poser une question par écrit
board-opens-contact = ouvre le nom, l’e-mail et le téléphone du client
board-step-taken = ouverte ({ $at })
board-step-over = fermée
board-step-free = gratuite
board-step-costs = coûte { $price }, vous avez { $left }
board-step-key = {" "}· y l’ouvre
board-clock-no-answer = Contact direct ouvert : le client n’a pas répondu à temps. ! affiche ses coordonnées
board-clock-urgent = Contact direct ouvert : c’est urgent. ! affiche les coordonnées du client
board-clock-at = Contact direct le { $at }, dans { $wait }, sans réponse d’ici là ; ou tout de suite avec un motif (!)
board-clock-nothing-asked = Contact direct possible si votre proposition reste sans réponse ; ou tout de suite avec un motif (!)
board-clock-answered = Le client a répondu : le contact direct demande un motif (!)
board-clock-house = Nous menons la relation et présentons au client le coordinateur confirmé
board-clock-over = Les propositions sont closes, le contact direct aussi
board-text-closed = Visible après l’étape consultation (y)
board-text-none = rien de plus n’a été précisé

# Proposals.
board-promising-you = Votre proposition est bien placée
board-posting-changed = écrite avant la modification de l’opportunité
board-promising = prévenu qu’il est bien placé
board-mine-draft = Personne d’autre ne la voit : r la reprend et l’envoie
board-mine-withdrawn = r en écrit une nouvelle
board-mine-editable = r la modifie tant qu’aucune n’est retenue ; x la retire
board-mine-beside = Personne d’autre ne le voit ; ce que vous avez envoyé reste jusqu’à l’envoi de celui-ci
board-others = { $n ->
    [0] aucune autre proposition
    [one] { $n } autre proposition
   *[other] { $n } autres propositions
}
board-others-prices = , de { $from } à { $to }
board-no-proposals = Pas encore de proposition
board-on-word = Vous répondez ici au nom de { $who } ; les deux noms sont gardés
board-cannot-select = ne peut être retenue : { $why }
board-belt = niveau { $belt }

# Terms.
board-coordination = { $amount } de plus par prestation
board-terms-commission-client = { $amount }, payée par le client
board-terms-commission-provider = { $amount }, payée par le prestataire, avec son accord : { $why }
board-fees = à déclarer : usage { $usage }, contribution { $contribution } de ce qui est facturé
board-fees-none = aucun : nous mandatons les animateurs

# Missions.
board-team-none = personne d’autre encore · a ajoute quelqu’un
board-sessions-counted = planifiées : { $planned } sur { $ordered } commandées · tenues : { $held }
board-came = { $n ->
    [one] { $n } présent
   *[other] { $n } présents
}

# Actions.
act-open-opportunity = Ouvrir
act-open-opportunity-help = Ouvrir l’opportunité sélectionnée
act-next-opportunity = Suivante
act-next-opportunity-help = Ouvrir l’opportunité suivante
act-previous-opportunity = Précédente
act-previous-opportunity-help = Ouvrir l’opportunité précédente
board-why-nothing = Aucune opportunité n’est sélectionnée : choisissez-en une, ou une autre vue avec f
board-why-others = Cette touche sert à d’autres rôles : ? montre les vôtres
board-why-open = Elle est déjà ouverte : Échap revient à la liste
board-why-closed = Aucune opportunité n’est ouverte : Entrée en ouvre une, puis K et J passent de l’une à l’autre
act-choose = Retenir
act-choose-help = Retenir une proposition ; ou confirmer les conditions de celle qui est retenue
act-step = Consulter
act-step-help = Utiliser un crédit pour l’étape suivante, consultation puis offre ; le prix s’affiche d’abord
act-propose = Proposer
act-propose-help = Écrire ou réécrire votre proposition
act-direct = Contacter en direct
act-direct-help = Contacter le client en direct : quand le délai le permet, ou avec un motif
act-withdraw-proposal = Retirer
act-withdraw-proposal-help = Retirer votre proposition, avec un motif
act-interesting = Intéressante
act-interesting-help = Juger une proposition intéressante
act-not-interesting = Pas intéressante
act-not-interesting-help = Juger une proposition pas intéressante
act-compare = Comparer
act-compare-help = Voir les propositions côte à côte
act-end = Clôturer
act-end-help = Clôturer l’opportunité, avec un motif ; ou décliner les conditions de celle qui est retenue
act-reopen-selection = Rouvrir
act-reopen-selection-help = Rouvrir la sélection, quand l’animateur retenu ne répond pas
act-amend = Modifier
act-amend-help = Modifier ce qui est publié
act-advise = Message
act-advise-help = Envoyer votre propre conseil aux candidats non retenus
act-encourage = Encourager
act-encourage-help = Dire à un animateur qu’il est bien placé
act-team = Attribuer
act-team-help = Ajouter quelqu’un à l’équipe, ou l’en retirer
act-sessions = Fixer la date
act-sessions-help = Planifier les séances commandées
act-logistics = Cocher
act-logistics-help = Cocher un point de logistique, ou le décocher
act-attendance = Modifier
act-attendance-help = Noter les présents d’une séance
act-take-mission = Confirmer les conditions
act-take-mission-help = Reprendre la mission, aux conditions affichées
act-pass-mission = Décliner
act-pass-mission-help = Décliner la mission qui vous est proposée, avec un motif
act-in-charge = Désigner un responsable
act-in-charge-help = Désigner un contact du client comme responsable de la mission, ou le retirer
act-replace-coordinator = Remplacer
act-replace-coordinator-help = Proposer la mission à un autre coordinateur, avec un motif
act-introduction = Voir la présentation
act-introduction-help = Voir le message qui présente coordinateur et client l’un à l’autre ; Y le copie
act-deliver = Livrer
act-deliver-help = Livrer la mission, avec un mot sur son déroulement
act-confirm-terms = Confirmer les conditions
act-confirm-terms-help = Lire les conditions de la mission que vous avez obtenue, et les confirmer
act-choose-formula = Choisir la formule
act-choose-formula-help = Choisir comment un projet apporté est payé : de base ou R0
act-agree-terms = Confirmer les conditions
act-agree-terms-help = Lire les conditions établies avec le prestataire, et les accepter
act-edit-terms = Modifier
act-edit-terms-help = Modifier ce qui est livré, les dates et les montants
act-refuse-terms = Refuser
act-refuse-terms-help = Refuser les conditions, avec un motif ; la sélection rouvre
act-terms = Voir les conditions
act-terms-help = Voir les conditions, ce qui y a changé et qui les a acceptées
act-decline-terms = Décliner
act-decline-terms-help = Décliner les conditions de la mission que vous avez obtenue, avec un motif
act-favourite = Suivre
act-favourite-help = L’ajouter à vos favoris, ou l’en retirer
act-requests = Éléments liés
act-requests-help = Aller à la demande d’origine ; un client : voir où en sont vos demandes
act-credits = Relevé
act-credits-help = Voir vos crédits, le prix des étapes, et chaque écriture
act-grant = Accorder des crédits
act-grant-help = Accorder des crédits à un animateur
act-statistics = Chiffres
act-statistics-help = Voir les chiffres des opportunités, les nôtres et les vôtres, avec leur calcul

# Why not now.
board-why-loading = Chargement en cours : réessayez dans un instant
board-why-steps-taken = Les deux étapes sont faites : r écrit votre proposition, ! contacte le client
board-why-contact-open = Vous avez déjà les coordonnées du client : voyez la fiche
board-why-no-proposal = Vous n’avez pas de proposition ici : r en écrit une
board-why-no-proposals = Pas encore de proposition : les animateurs les écrivent
board-why-no-requests = Nous n’avons encore enregistré aucune demande de votre part
board-why-no-sessions = Aucune séance n’est planifiée : d en planifie une
board-why-no-team = Personne ne peut encore rejoindre l’équipe : aucun autre animateur n’est éligible
board-why-not-client = Seul le client juge et retient, ou l’un de nous en son nom
board-why-not-coordinator = { $owner } mène cette mission : cela lui revient, ou à notre équipe
board-why-not-standing = La proposition de { $who } n’est plus chez le client
board-why-nothing-to-compare = Il n’y a pas encore deux propositions à comparer
board-why-selected = Une proposition est déjà retenue, à confirmer ; X rouvre la sélection

# Steps.
board-step = Utiliser un crédit
board-step-yes = valider
board-ask-step = { $step } sur { $of } : { $opens }
board-step-leaves = { $price ->
    [0] crédit : l’étape est gratuite
    [one] crédit ; vous en avez { $left }, il en restera { $then }
   *[other] crédits ; vous en avez { $left }, il en restera { $then }
}
board-ask-contact = Pourquoi contacter en direct le client de { $of } ?
board-ask-contact-hint = le client et notre équipe peuvent le lire
board-ask-withdraw = Pourquoi retirer votre proposition pour { $of } ?
board-ask-decline = Pourquoi décliner les conditions de { $of } ?

# Writing a proposal.
board-write-title = Votre proposition pour { $of }
board-write-text = ce que vous proposez
board-write-hint = Comment mèneriez-vous cette séance précise ?
board-write-keys = Tab suite · Ctrl-s envoyer · Échap garder
board-available-hint = du 6 au 10 avril, le matin
board-hand = Envoyer
board-hand-submit = l’envoyer au client
board-hand-draft = la garder en brouillon
board-hand-beside = la garder en brouillon ; ce que vous avez envoyé reste
board-hand-drop = supprimer le brouillon ; ce que vous avez envoyé reste
board-draft-left = Brouillon gardé : r le reprend

# Judging and selecting.
board-word-of = au nom de { $who }
board-word-of-said = au nom de { $who } : { $said }
board-ask-said = Comment { $who } l’a-t-il dit ?
board-ask-said-hint = au téléphone, mardi
board-ask-formula = Quelle formule ?
board-choose-basic = payez la commission ; nous ne répondons pas du reste
board-choose-r0 = le client approvisionne d’abord le compte du projet
board-select-formula = formule : { $formula }, { $follows }
board-select-own = en votre nom
board-select-house = en notre nom
board-ask-interesting = Quelle proposition est intéressante ?
board-ask-not-interesting = Quelle proposition n’intéresse pas ?
board-ask-select = Retenir quelle proposition ?
board-select = Retenir
board-select-yes = retenir
board-select-question = Retenir { $who }, pour { $price } ?
board-select-commission = commission, payée par { $payer }
board-select-agree = vous acceptez ces conditions, sauf changement
board-select-told = animateur est prévenu, et doit confirmer les conditions
board-select-lost = { $n ->
    [one] animateur apprend qu’il n’est pas retenu, avec notre conseil
   *[other] animateurs apprennent qu’ils ne sont pas retenus, avec notre conseil
}
board-advise-title = Conseil aux non retenus pour { $of }
board-advise-hint = Que faire de mieux la prochaine fois ? Vide : notre conseil habituel reste.
board-advise-keys = Ctrl-s envoyer · Échap fermer
board-advise-told = Conseil déjà reçu
board-advise-left = Ils gardent notre conseil habituel. Appuyez sur m pour leur écrire.
board-advise-kept = Brouillon gardé. Appuyez sur m pour le reprendre.
board-ask-reopen = Pourquoi rouvrir la sélection ?
board-ask-reopen-hint = pas de réponse depuis …
board-compare-title = Propositions pour { $of }
board-compare-keys = ← → · i intéressante · I pas intéressante · y retenir · Échap

# The client’s own requests.
board-ask-requests = Vos demandes
board-request-with-the-house = chez nous
board-request-quotation = devis envoyé
board-request-board = publiée
board-request-mission = mission
board-request-delivered = livrée
board-request-closed = clôturée
board-not-on-board = Elle n’est pas publiée : nous nous en occupons, et vous écrivons

# The terms.
board-terms-title = Conditions de { $of }
board-terms-keys = y confirmer · e modifier · x décliner · Échap retour
board-terms-keys-consent = Espace accepter · y confirmer · e modifier · x décliner · Échap retour
board-terms-keys-set = y confirmer · x décliner · Échap retour
board-terms-keys-client = y accepter · e modifier · f formule · x refuser · Échap retour
board-terms-keys-ours = e modifier · Échap retour
board-terms-you-won = Votre proposition est retenue. Conditions à confirmer :
board-terms-you-agree = Lisez ces conditions, puis acceptez-les :
board-terms-both = La mission commence quand les deux parties ont accepté la même version. Toute modification les consulte à nouveau.
board-terms-version = Version { $n }
board-terms-yes = { $side } : accord donné, { $at }
board-terms-earlier = { $side } : accord sur une version précédente, { $at }
board-terms-no = { $side } : pas encore d’accord
board-terms-basic = Une fois la commission payée, client et prestataire règlent le reste entre eux. Nous ne répondons ni d’un prestataire impayé, ni d’un client qui demande plus que convenu.
board-ask-refuse = Pourquoi refuser les conditions de { $of } ?
board-draw-title = Ce qui est livré pour { $of }
board-draw-keys = Ctrl-s envoyer · Échap fermer
board-draw-hint = Ce qui est livré | quand | montant
board-draw-sum = Total des montants : { $price }
board-draw-how = Une ligne par partie : ce qui est livré | quand | montant. « Quand » est un jour ou quelques mots, et peut manquer. Aucune ligne : le prix entier à la livraison. Les conditions sont ensuite à confirmer à nouveau.
board-terms-consent = J’accepte de payer la commission de { $amount }
board-terms-then = Une fois confirmée, la mission est à vous : coordonnées du client, équipe, séances et logistique. Si vous déclinez, la sélection rouvre.

# Posting.
board-form-post = Publier { $of } · { $group }
board-form-amend = Modifier { $of }
board-form-kept = Le formulaire est gardé : la même touche y revient
board-notice-title = Titre
board-notice-title-hint = sans le nom du client
board-notice-work = Type
board-reason-own = Un autre motif, avec vos mots
board-reason-unsaid = Sans motif
board-ask-why-not = Pourquoi n’intéresse-t-elle pas ?
board-notice-audience = Public
board-notice-skills = Compétences demandées
board-notice-language = Langue
board-notice-starts = Début
board-notice-dates = Dates, en mots
board-notice-deadline = Date limite
board-notice-payer = Commission par
board-notice-payer-why = Motif
board-notice-payer-hint = seulement si le prestataire paie
board-notice-formula-open = Choisie par le client
board-describe-title = Descriptif de { $of }
board-describe-keys = Ctrl-s suite · Échap retour au formulaire
board-preview-title = Ce que verra un animateur
board-preview-keys = Entrée publier · Échap retour au texte

# Ending.
board-end-refund = { $n ->
    [one] rendre { $n } crédit
   *[other] rendre { $n } crédits
} ({ $people ->
    [one] { $people } personne
   *[other] { $people } personnes
})
board-end = Clôturer
board-end-yes = la clôturer
board-end-question = { $of } est clôturée : { $why }.
board-end-lost = { $n ->
    [one] animateur est prévenu
   *[other] animateurs sont prévenus
}
board-end-back = { $n ->
    [one] crédit rendu
   *[other] crédits rendus
} à { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
board-end-not-back = { $n ->
    [one] crédit n’est pas rendu
   *[other] crédits ne sont pas rendus
}
board-ask-encourage = Qui prévenir qu’il est bien placé ?

# Credits.
board-credits-title = Crédits de { $who }
board-sheet-keys = Échap retour
board-rule-ledger = toutes les écritures, la plus récente d’abord
board-ledger-empty = rien encore
board-ask-credits = Les crédits de qui ? (consultation · offre · contact)
board-ask-grant = À qui accorder des crédits ? (consultation · offre · contact)
board-form-grant = Crédits pour { $who }
board-grant-kind = Type (solde)
board-grant-count = Combien
board-grant-why = un abonnement, un achat, un geste

# Running a mission.
board-ask-team = Qui entre, sort ou change de rôle ?
board-ask-role = À quel titre ?
board-team-out = retirer de l’équipe
board-session-new = + une nouvelle séance
board-ask-session = Cette séance
board-session-change = la modifier
board-session-out = la supprimer
board-session-by = Qui l’anime
board-form-session = Une séance de { $of }
board-ask-tick = Logistique : { $done } sur { $of } faits
board-ask-attended = Quelle séance ?
board-ask-count = Combien de présents ?
board-ask-count-hint = un nombre, comme 24
board-ask-deliver = Livrer { $of } : comment cela s’est-il passé ?
board-ask-deliver-short = moins de séances tenues que commandées : dites pourquoi
board-field-charge = Responsable
board-charge-out = responsable ; retirer
board-ask-charge = Qui est responsable chez le client ?
board-why-no-contacts = Le client n’a pas d’autre contact. Ajoutez-en un sur sa fiche.
board-why-no-successor = Personne d’autre ne remplit les conditions de cette mission.
board-former = coordonnée par { $who } jusqu’au { $until }
board-was-yours = Vous avez coordonné cette mission jusqu’au { $until }. Vous voyez ce qui a eu lieu jusque-là.
board-handed-to = Proposée à { $who } pour { $price } : pas encore de réponse
board-handed-you = Cette mission vous est proposée, à ces conditions :
board-handed = Un autre coordinateur est sollicité pour la reprendre
board-handed-nobody = Pas de coordinateur : nous en cherchons un autre
board-ask-replace = Qui reprend { $of } ?
board-form-replace = { $of } : la proposer à { $who }
board-replace-why = par exemple : malade jusqu’en juin
board-take = Reprendre la mission
board-take-yes = confirmer
board-take-question = Vous confirmez les conditions de { $of } et la coordonnez désormais.
board-take-price = prix, hors taxes
board-introduction-title = { $of } : présentation
board-introduction-how = Prêt à envoyer, dans la langue du client. Y le copie ; rien n’est envoyé d’ici.
board-end-held = { $n ->
    [one] séance a eu lieu : elle reste au dossier
   *[other] séances ont eu lieu : elles restent au dossier
}
board-deliver = Livrer
board-deliver-yes = livrer
board-deliver-question = { $of } est livrée ; nous facturons et clôturons.
board-deliver-held = sur { $ordered } séances commandées ont été tenues
board-deliver-open = { $n ->
    [one] point de logistique non coché
   *[other] points de logistique non cochés
}

# Figures.
board-stats-house = Nos chiffres
board-stats-own = Vos chiffres
board-stats-keys = Tab les nôtres, les vôtres · Échap retour
board-stats-posted = { $posted ->
    [one] { $posted } publiée
   *[other] { $posted } publiées
} · { $open ->
    [one] { $open } ouverte
   *[other] { $open } ouvertes
}, dont { $closed ->
    [one] { $closed } fermée
   *[other] { $closed } fermées
} aux propositions · { $realised ->
    [one] { $realised } devenue mission
   *[other] { $realised } devenues missions
} · { $ended } sans suite
board-stats-competition = { $proposals ->
    [one] { $proposals } proposition
   *[other] { $proposals } propositions
} pour { $projects ->
    [one] { $projects } projet
   *[other] { $projects } projets
} = { $each } par projet : { $share } de chances chacune
board-stats-so = { $one } × { $two } : environ 1 proposition sur { $n } devient une mission
board-stats-of-missions = part devenue mission
board-stats-of-wins = part que vous avez gagnée
board-stats-each = { $each } / projet
board-stats-season = { $year } T{ $quarter }
board-ask-end = Pourquoi clôturer { $of } ?
board-ask-refund = Rendre les crédits utilisés ?
board-end-keep = ne pas les rendre
board-rule-no-proposals = propositions
board-describe-hint = Ce qu’un animateur doit savoir pour proposer ; jamais qui est le client
board-preview-list = Dans la liste :
board-preview-page = Ouverte, descriptif compris :
board-online = en ligne

# Votre profil.
act-profile = Mon profil
act-profile-help = Vos coordonnées, et vos collègues
act-profile-edit = Mes coordonnées
act-profile-edit-help = Modifier votre profil : langues, pays, téléphone, compte, publié ou non
board-form-profile = Votre profil · niveaux et conformité attestés par nous
board-profile-published = Publié
board-profile-languages = Langues
board-profile-skills = Compétences
board-profile-zone = Fuseau horaire
board-profile-iban = Compte (IBAN)
iban-shape = ce n’est pas un IBAN : écrivez-le comme BE68 5390 0754 7034
iban-check = la clé de contrôle de cet IBAN est fausse : comparez chaque chiffre
iban-country = les deux premières lettres de cet IBAN ne sont pas celles d’un pays à IBAN
iban-account = les IBAN de ce pays ont une autre longueur ou forme : comparez chaque chiffre
board-profile-legal = Sur vos factures
board-profile-no-zone = Fuseau inconnu : écrivez par exemple Europe/Paris

# The firm one works in.
board-firm-left = Vous n’agissez plus pour cette société : sa proposition est fermée.
act-firm = Collègues
act-firm-help = Votre société : collègues et leurs rôles, invitations, société pour laquelle vous agissez
act-firm-switch = Agir pour sa société
act-firm-switch-help = Agir pour la société qui mène cette mission
board-firm-alone = Vous travaillez seul. n invite un collègue : propositions, missions, crédits et profil seront communs.
board-firm-unmanaged = Aucun gérant de cette société ne peut se connecter. Demandez-nous d’en nommer un parmi vous.
board-firm-unmanaged-ask = Aucun gérant de cette société ne peut se connecter. Demandez-nous d’en nommer un parmi vous : { $who }
board-firm-who = Nom
board-firm-invite = Inviter un collègue
board-firm-roles = Les rôles de qui ?
board-firm-roles-of = Rôles de { $name }
board-firm-name = Nom de la société, tel que les clients le voient
board-firm-name-hint = Atelier Sud
board-firm-withdraw = Annuler quelle invitation ?
board-firm-out = Retirer un collègue, ou quitter la société
board-firm-leave = Quitter la société
board-firm-leave-question = Ses propositions, missions et crédits lui restent. Vous ne les verrez plus.
board-firm-leave-yes = Quitter
board-firm-remove = Retirer de la société
board-firm-remove-question = { $name } ne verra plus le travail de la société. Il y reste, entre les mains d’un collègue.
board-firm-remove-yes = Retirer
board-firm-for = Agir pour quelle société ?
board-firm-code = Code pour { $name }
board-firm-code-until = Affiché une seule fois. Il sert une fois, jusqu’au { $until } : à la première connexion, ou avec firm join.
board-firm-offers = Invitations
board-firm-until = jusqu’au { $until }
board-firm-others = Vos autres sociétés
board-firm-keys = n inviter · e rôles · x retirer, quitter · N nom · d annuler · f société · Échap ferme
board-firm-keys-alone = n inviter · N nom · d annuler · f société · Échap ferme
board-firm-keys-member = x quitter · f société · Échap ferme
board-also-writing = { $who } écrit aussi cette proposition
board-firm-keys-first = n inviter · Échap ferme
