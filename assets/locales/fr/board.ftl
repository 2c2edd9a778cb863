# Les opportunités.

pane-board = Opportunités
board-title = Opportunités en attente

board-empty-staff = Aucune opportunité en attente.
    Une offre acceptée ou une demande paraît ici pour les animateurs : en Sous-traitance quand la structure a fixé le prix et garde le contrat, en Apport d’affaires quand c’est au coordinateur de prendre contact avec le client.
    Leurs propositions seront à côté.
board-empty-facilitator = Aucune opportunité en attente.
    Quand la structure cherche quelqu’un pour un atelier ou une formation, vous le trouvez ici : le groupe, le pays, la langue, les dates et le nombre de participants.
    Vous pouvez laisser cet écran ouvert. Ce qui paraît s’affiche tout seul, le plus récent d’abord.
board-empty-client = Rien n’est en attente pour vous ici.
    La structure reste en contact avec vous par mail.
scope-board = Opportunités

# Views.
board-view-mine = Celles où j’ai une part
board-view-favourites = Favorites
board-view-eligible = Celles où je peux candidater
board-view-sub = Sous-traitance
board-view-intro = Apport d’affaires
board-view-online = En ligne
board-view-selected = En attente de confirmation
board-view-missions = Missions
board-view-all = Toutes, même réalisées
board-newest = récentes d’abord
board-filter-hint = des mots, group:sub country:FR lang:fr work:training online:yes eligible
board-nothing-matches = Rien ne correspond.
    Esc efface le filtre ; f propose d’autres vues.
board-nothing-in-view = Rien dans cette vue.
    f propose d’autres vues.
board-empty-page = Rien n’est sélectionné.
    Choisissez une opportunité à gauche.

# The group column: 5 columns at most.
board-group-sub = ST
board-group-intro = AA
board-urgent-sign = ‼

# The state column: 12 columns at most.
board-state-confirm = ! confirmer
board-state-draft = brouillon
board-state-submitted = envoyée
board-state-interesting = + intéresse
board-state-not-interesting = − écartée
board-state-selected = ✓ retenue
board-state-confirmed = ✓ à vous
board-state-lost = perdue
board-state-withdrawn = retirée
board-state-to-judge = { $n } à juger
board-state-judged = toutes jugées
board-state-opened = ✓ ouverte
board-state-eligible = ✓ éligible
board-state-not-eligible = ✗ pas vous
board-stage-open = en attente
board-stage-selected = retenue
board-stage-confirmed = mission
board-stage-delivered = réalisée
board-stage-ended = terminée

# Whose turn it is: the first line of a page.
board-somebody = Quelqu’un d’autre
board-the-client = le client
board-turn-proposers = Aux animateurs : proposer jusqu’au { $until } ({ $away })
board-turn-nobody-came = Personne n’a proposé jusqu’au { $until } : la structure prolonge ou termine
board-turn-you-judge = À vous : { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
} à juger ou retenir
board-turn-client = { $n ->
    [one] { $n } proposition est devant
   *[other] { $n } propositions sont devant
} { $who }, à juger ou retenir
board-turn-you-confirm = À vous : vous êtes retenu. y montre les conditions à confirmer, x les décline
board-turn-winner = { $who } a été retenu et doit confirmer les conditions
board-turn-you-run = À vous : menez la mission, puis rendez-la avec D
board-turn-coordinator = { $who } mène la mission et la rend
board-turn-house = Réalisée. À la structure : facturer, et clore la demande
board-turn-ended = Retirée { $at } : { $why }
board-turn-nobody = Il n’y a rien à faire

# What follows from the group: a line each.
board-follows-sub = la structure a parlé avec le client et fixé le prix : personne n’offre moins
    le contrat lie la structure et le client ; la structure facture, et vous paie
    vous êtes mandaté et ne devez aucun droit d’usage ; coordonner ajoute { $coordination } par prestation
    la structure garde la relation avec le client 12 mois
board-follows-intro = la structure n’a eu aucun contact : le coordinateur démarche le client et la relation est à lui
    le contrat vous lie au client
    à déclarer : droit d’usage { $usage } et contribution { $contribution } de ce que vous facturez

# Labels of a page: 13 columns at most.
board-field-what = Quoi
board-field-where = Où
board-field-when = Quand
board-field-size = Taille
board-field-level = Niveau
board-field-urgent = Urgent
board-field-stale = En sommeil
board-field-request = Demande
board-field-price = Prix
board-field-formula = Formule
board-field-commission = Commission
board-field-state = État
board-field-available = Disponible
board-field-advice = À l’avenir
board-field-reason = Motif
board-field-words = En mots
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
board-urgent = n’attend pas de réponse écrite : le contact direct est ouvert
board-stale = attend des offres depuis { $n } jours
board-from-request = { $request } · R y va · publiée par { $by }
board-price-set = { $amount }, fixé par la structure
board-formula-basic = De base : une fois la commission payée, vous réglez tout avec le client ; la structure n’en répond pas
board-formula-r0 = R0 (risque zéro) : le client alimente le compte du projet ; ne travaillez que sur la part alimentée
board-formula-none = pas encore dite
board-commission-client = { $percent } du prix, payée par le client, comme d’usage
board-commission-provider = { $percent } du prix, demandée au prestataire, avec son accord : { $why }

# Headings.
board-rule-eligible = pouvez-vous candidater ?
board-rule-steps = étapes
board-rule-client = client
board-rule-description = descriptif
board-rule-mine = votre proposition
board-rule-others = autres offres
board-rule-proposals = { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
}, les mieux jugées d’abord
board-rule-terms = conditions, à confirmer
board-rule-agreed = conditions, telles que confirmées
board-rule-mission = mission
board-rule-logistics = logistique
board-rule-report = compte rendu
board-may-apply = vous avez tout ce qu’il faut

# Steps, and what each opens.
board-opens-consultation = ouvre le descriptif, les fichiers, les autres offres en chiffres
board-opens-offer = permet de faire une offre, ou de demander par écrit
board-opens-contact = ouvre le nom, le mail et le téléphone du client
board-step-taken = ouverte { $at }
board-step-free = gratuite
board-step-costs = coûte { $price }, vous avez { $left }
board-step-key = {" "}· o l’ouvre
board-clock-no-answer = Contact direct ouvert : aucune réponse à temps. ! révèle le client
board-clock-urgent = Contact direct ouvert : c’est urgent. ! révèle le client
board-clock-at = Contact direct le { $at }, dans { $wait }, sans réponse d’ici là ; ou tout de suite avec un motif (!)
board-clock-nothing-asked = Contact direct quelque temps après votre offre ; ou tout de suite avec un motif (!)
board-clock-answered = Le client a répondu : le contact direct demande un motif (!)
board-clock-house = La structure tient la relation : elle présente le coordinateur confirmé
board-clock-over = Elle n’attend plus d’offres : le contact direct est fermé
board-text-closed = L’étape consultation l’ouvre (o)
board-text-none = rien de plus n’a été dit

# Proposals.
board-promising-you = La structure dit que vous avez de bonnes chances
board-promising = sait avoir de bonnes chances
board-mine-draft = Personne d’autre ne la voit : P la reprend et l’envoie
board-mine-withdrawn = P la refait
board-mine-editable = P la réécrit tant qu’aucune n’est retenue ; W la retire
board-others = { $n ->
    [0] personne d’autre encore
    [one] { $n } autre offre
   *[other] { $n } autres offres
}
board-others-prices = , de { $from } à { $to }
board-no-proposals = Personne n’a encore proposé
board-on-word = Ce que vous dites ici, vous le dites sur la parole de { $who } ; les deux noms sont gardés
board-cannot-select = ne peut être retenue : { $why }
board-belt = niveau { $belt }

# Terms.
board-coordination = { $amount } de plus par prestation
board-terms-commission-client = { $amount }, payée par le client
board-terms-commission-provider = { $amount }, payée par vous, si vous l’acceptez : { $why }
board-fees = à déclarer : usage { $usage }, contribution { $contribution } de ce qui est facturé
board-fees-none = aucun : vous êtes mandaté par la structure

# Missions.
board-team-none = personne d’autre encore · t ajoute quelqu’un
board-sessions-counted = { $planned } prévues sur { $ordered } commandées, { $held } tenues
board-came = { $n ->
    [one] { $n } venu
   *[other] { $n } venus
}

# Actions.
act-open-opportunity = ouvrir
act-open-opportunity-help = Ouvrir l’opportunité sélectionnée
act-next-opportunity = suivante
act-next-opportunity-help = Ouvrir l’opportunité suivante
act-previous-opportunity = précédente
act-previous-opportunity-help = Ouvrir l’opportunité précédente
board-why-nothing = Aucune opportunité n’est sélectionnée : choisissez-en une, ou une autre vue avec f
board-why-open = Elle est déjà ouverte : Esc revient à la liste
board-why-closed = Aucune opportunité n’est ouverte : Enter en ouvre une, puis ← et → passent de l’une à l’autre
