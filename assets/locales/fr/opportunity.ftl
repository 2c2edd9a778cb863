# Ce que disent les règles des opportunités.

# Types de travail, publics, niveaux : listes fermées.
work-workshop = atelier
work-training = formation
work-conference = conférence
work-programme = programme
work-other = autre
audience-company = entreprise
audience-public-body = organisme public
audience-education = enseignement
audience-association = association
audience-public = grand public
belt-white = blanc
belt-yellow = jaune
belt-orange = orange
belt-green = vert
belt-blue = bleu
belt-brown = marron
belt-black = noir
belt-no = aucun
compliance-charter = la charte signée
compliance-insurance = l’assurance professionnelle
compliance-registration = une immatriculation pour facturer
decline-dates = les dates ne sont pas libres
decline-price = le prix
decline-terms = les conditions
decline-need = le besoin est autre
subscription-none = aucun
subscription-standard = standard
subscription-privilege = privilège
contains-subscription-none = rien
contains-subscription-standard = l’accès aux opportunités
contains-subscription-privilege = l’accès aux opportunités, et les notes de suivi sur les contacts
skill-online = séances en ligne
skill-large-groups = grands groupes
skill-youth = enfants et jeunes
tag-federation-member = adhérent fédération
tag-seasonal-rental = location saisonnière
tag-public-procurement = marché public
mission-role-coordinator = coordinateur
mission-role-facilitator = animateur
mission-role-observer = observateur
formula-basic = de base
formula-r0 = R0 (risque zéro)
selects-house = nous, en notre nom
selects-client = le client
payer-client = le client
payer-provider = le prestataire
verdict-unsaid = pas encore d’avis
verdict-interesting = intéressante
verdict-not-interesting = pas intéressante
proposal-draft = brouillon
proposal-submitted = envoyée
proposal-interesting = intéressante
proposal-not-interesting = pas intéressante
proposal-selected = retenue
proposal-confirmed = confirmée
proposal-lost = non retenue
proposal-withdrawn = retirée
stage-open = en attente de propositions
stage-selected = proposition retenue
stage-confirmed = mission
stage-delivered = livrée
stage-ended = clôturée
ending-given-up = le client renonce au projet
ending-elsewhere = le client a choisi un autre prestataire
ending-silent = le client ne répond plus
ending-mistake = publiée par erreur
task-client = client appelé, dates et lieu fixés
task-room = salle ou lien
task-material = matériel
task-discussion = discussion préparée
task-participants = liste des participants
task-travel = déplacements et hébergement
step-consultation = consultation
step-offer = offre
step-contact = contact direct

# Ce qui manque à quelqu’un pour candidater.
lack-facilitator = seuls nos animateurs peuvent proposer
lack-unpublished = le profil n’est pas publié : à publier dans « Mon profil » (:)
lack-level = { $role } pour { $audience } ({ $work }) : il faut le niveau { $needs }, le profil a { $has }
lack-language = la langue de travail, { $language }, manque dans les langues du profil
lack-skill = une compétence demandée manque au profil : { $skill }
lack-compliance = nous n’avons pas encore vu { $what } : à nous envoyer

# Pourquoi quelque chose n’est pas fait, et ce qui le permettrait.
permission-see-board = voir les opportunités
permission-propose = faire des propositions
permission-post-opportunities = publier des opportunités
permission-qualify = juger et retenir des propositions
permission-grant-credits = accorder des crédits
permission-keep-facilitators = attester les animateurs
permission-run-missions = mener des missions
permission-quote = faire des devis
permission-price-quotations = chiffrer des devis
permission-assemble-quotations = assembler des devis
permission-decide-quotations = enregistrer la décision du client
refusal-no-such-opportunity = { $opportunity } n’existe pas, ou vous n’y avez pas accès : vérifiez le numéro.
refusal-no-such-proposal = { $proposal } n’existe pas, ou vous n’y avez pas accès : vérifiez le numéro.
refusal-no-such-quotation = { $quotation } n’existe pas, ou vous n’y avez pas accès : vérifiez le numéro.
refusal-overtaken = Cela a changé depuis : modifiez-le plutôt que d’annuler.
refusal-terms-wrong = Le réglage « { $field } » est hors limites ; voyez les commentaires du fichier des conditions.
refusal-group-undecided = Le groupe de { $request } n’est pas décidé : décidez avec b, puis publiez.
refusal-setting-wrong = Le réglage « { $field } » est hors limites. `settings` les affiche tous, avec leurs limites.
refusal-not-validated = { $request } n’est pas validée, et nos réglages l’exigent avant publication. Appelez le client, puis v sur la demande.
refusal-funds-unsaid = R0 n’est pas encore possible : personne n’a dit sous quel agrément, ni par qui, nous conservons l’argent des clients. Un administrateur le précise dans les réglages (money.clients-money).
refusal-needs-quotation = { $request } est en Sous-traitance : on publie à partir d’un devis accepté. Faites d’abord le devis avec q.
refusal-already-posted = Elle est déjà publiée ({ $opportunity }) : continuez sur cette opportunité, ou clôturez-la d’abord.
refusal-names-client = Le client y est nommé (« { $what } ») ; les animateurs ne le voient qu’avec un crédit contact ou comme coordinateur : retirez-le.
refusal-gives-contact = Le texte contient { $way } (« { $what } ») : retirez-le. Les animateurs joignent le client avec un crédit contact ou comme coordinateur.
way-mail = une adresse e-mail
way-phone = un numéro de téléphone
way-site = un site web
refusal-sessions-wrong = Au moins une séance, { $most } au plus.
refusal-price-missing = Il manque un prix : indiquez-le.
refusal-price-wrong = Ce prix est impossible : négatif ou trop élevé.
refusal-price-is-set = Nous avons fixé ce prix ; laissez-le tel quel.
refusal-wrong-currency = Le prix doit être en { $expected }.
refusal-formula-wrong = La formule est au choix du client, en apport d’affaires seulement : avec la sélection quand il retient, ensuite quand nous retenons.
refusal-not-pending = { $opportunity } ne prend plus de propositions.
refusal-proposals-closed = Les propositions étaient reçues jusqu’au { $at }. Plus aucun crédit n’est utilisé ; un brouillon est gardé.
refusal-not-eligible = Pas éligible : { $lacks }.
refusal-open-first = Faites d’abord l’étape « { $step } ».
refusal-not-enough-credits = Cela coûte { $price } de vos crédits { $step } et il vous en reste { $left } : demandez-nous d’en ajouter.
refusal-price-changed = Cela coûte { $price } désormais : regardez à nouveau, puis décidez.
refusal-credits-wrong = Accordez de 1 à { $most } crédits de chaque type.
refusal-contact-waits = Les coordonnées du client s’ouvrent le { $at } sans réponse d’ici là ; dès maintenant avec un motif.
refusal-contact-needs-reason = Envoyez d’abord votre proposition et attendez une réponse, ou donnez un motif pour le contact direct.
refusal-house-holds-client = Sous-traitance : nous menons la relation et vous présentons au client une fois coordinateur confirmé.
refusal-is-settled = Pour { $opportunity } tout est décidé ; la proposition ne peut plus changer.
refusal-decline-instead = Votre proposition pour { $opportunity } est retenue : confirmez ou déclinez les conditions.
refusal-proposal-changed = { $proposal } a été réécrite depuis votre lecture : relisez, puis retenez.
refusal-nothing-proposed = Vous n’avez pas encore de proposition pour { $opportunity }. Rédigez-en une, puis ajoutez des fichiers.
refusal-no-draft = { $proposal } n’a pas de brouillon.
refusal-already-selected = La proposition de { $by } est déjà retenue ({ $at }).
refusal-house-selects = C’est nous qui retenons pour { $opportunity }, en notre nom. Dites-nous ce que vous en pensez.
refusal-how-said-missing = Précisez comment le client l’a dit : au téléphone, par e-mail, et quand.
refusal-formula-missing = Le client n’a pas encore choisi la formule : de base ou R0.
refusal-nobody-to-advise = Personne n’a été écarté pour { $opportunity } : personne à conseiller.
refusal-advised-already = Le conseil a déjà été envoyé ({ $at }). Il est envoyé une fois par sélection.
refusal-nothing-selected = Sur { $opportunity }, vous n’avez aucune sélection à confirmer, décliner ou rouvrir.
refusal-no-interest-shown = Le client ne l’a pas encore jugée intéressante : attendez avant de prévenir l’animateur.
refusal-terms-changed = Les conditions ne sont plus celles que vous avez vues : relisez, puis confirmez.
refusal-house-sets-terms = Nous fixons les conditions de { $opportunity } : le prestataire les confirme ou les décline.
refusal-sum-wrong = Le total des montants est { $sum }, et non le prix de { $price }. Corrigez-les.
refusal-consent-missing = On vous demande de payer la commission : acceptez-le, ou déclinez.
refusal-not-offered = { $opportunity } ne vous est pas proposée.
refusal-price-agreed = Le client a accepté ce prix : il reste le même pour un autre coordinateur.
refusal-not-a-mission = { $opportunity } n’est pas une mission : son coordinateur n’a pas confirmé les conditions.
refusal-one-coordinator = Une mission a un seul coordinateur, déjà dans l’équipe : choisissez un autre rôle.
refusal-not-in-team = La personne qui anime une séance doit être dans l’équipe : ajoutez-la d’abord.
refusal-session-held = Une séance déjà tenue ne se modifie plus.
refusal-not-yet = La séance commence le { $at } : notez les présents ensuite.
refusal-sessions-missing = Séances tenues : { $held } sur { $ordered }. Notez les autres, ou écrivez pourquoi.
refusal-own-proposal = Cette proposition est la vôtre : c’est au client, ou à un collègue en son nom, de la juger et de la retenir.
refusal-both-sides = Vous êtes des deux côtés du projet { $opportunity } : un collègue décide, et les propositions des autres ne vous sont pas montrées.
refusal-profile-wrong = « { $field } » ne peut pas être gardé tel quel : corrigez-le, puis enregistrez le profil.

# Ce qui a été fait, en une ligne.
did-profile-kept = Profil enregistré
did-organisation-added = { $of } saisi
past-organisations-merged = Fusionnée avec { $of }
past-organisations-parted = De nouveau séparée de { $of }
past-contacts-merged = { $of } fusionné avec un autre interlocuteur
past-contacts-parted = { $of } de nouveau séparé de l’autre interlocuteur
past-told-apart = Déclarée différente de { $of }
past-told-alike = De nouveau proposée comme doublon de { $of }
did-entered = { $of } saisi
did-contact-added = { $of } saisi
did-organisations-merged = Fusionné dans { $of }
did-organisations-parted = { $of } et l’autre sont de nouveau deux
did-contacts-merged = Fusionné dans { $of }
did-contacts-parted = { $of } et l’autre sont de nouveau deux
did-contact-moved = { $of } rattaché à un autre client
did-told-apart = Notés comme deux fiches différentes
did-told-alike = De nouveau peut-être les mêmes
did-linked = Contact lié à { $of }
did-favoured = { $of } ajoutée à vos favoris
did-unfavoured = { $of } retirée de vos favoris
did-granted = Crédits accordés à { $of }
did-refunded = Crédits rendus à { $of }
did-opened-consultation = { $of } vous est ouverte
did-opened-offer = Vous pouvez proposer pour { $of }
did-opened-contact = Coordonnées du client de { $of } accessibles
did-posted = { $of } est publiée
did-amended = { $of } modifiée
did-open = { $of } attend des propositions
did-reopened = { $of } attend à nouveau une sélection
did-selected = Proposition retenue pour { $of }
did-confirmed = { $of } est une mission : conditions confirmées
did-delivered = { $of } est livrée
did-ended = { $of } est clôturée
did-offered = Proposition pour { $of } enregistrée
did-drafted = Brouillon pour { $of } enregistré
did-filed = Fichier ajouté à votre proposition pour { $of }
did-unfiled = Fichier retiré de votre proposition pour { $of }
did-draft-dropped = Brouillon pour { $of } supprimé
did-submitted = Proposition pour { $of } envoyée
did-won = Proposition retenue pour { $of }
did-running = { $of } confirmée
did-lost = { $of } : les autres sont prévenus
did-withdrawn = Proposition pour { $of } retirée
did-unsaid = { $of } : avis retiré
did-interesting = { $of } : jugée intéressante
did-not-interesting = { $of } : jugée pas intéressante
did-encouraged = { $of } : prévenu qu’il est bien placé
did-advised = Conseil envoyé pour { $of }
did-terms-drawn = Conditions de { $of } modifiées : à confirmer à nouveau
did-client-agreed = { $of } : le client a accepté les conditions
did-provider-agreed = { $of } : conditions confirmées ; au client de les accepter aussi
did-terms-refused = { $of } : conditions refusées, sélection rouverte
did-agreed = Conditions de { $of } confirmées
did-chosen = Formule de { $of } choisie
did-in-charge = { $of } : responsable désigné
did-not-in-charge = { $of } : responsable retiré
did-relieved = { $of } : coordinateur déchargé
did-mission-offered = { $of } proposée à un autre coordinateur
did-mission-taken = { $of } : vous la coordonnez désormais
did-mission-passed = { $of } déclinée
did-handed-on = { $of } : transmise à un collègue
did-joined-team = { $of } : ajout à l’équipe
did-left-team = { $of } : retrait de l’équipe
did-planned = Séances de { $of } planifiées
did-ticked = Coché pour { $of }
did-unticked = Décoché pour { $of }
did-reasoned = Motif pour { $of } noté
did-attended = Présences de { $of } notées
did-reported = Compte rendu de { $of } enregistré

# Ce qui a suivi une demande, sur son fil, après un nom.
beside-word-of = {" "}(au nom de { $who })
beside-word-of-said = {" "}(au nom de { $who } : { $said })
beside-posted = { $of } publiée : { $words }
beside-amended = { $of } modifiée
beside-open = { $of } attend des propositions
beside-reopened = { $of } attend à nouveau une sélection : { $words }
beside-selected = { $of } : proposition de { $who } retenue
beside-confirmed = { $of } est une mission, coordonnée par { $who }
beside-delivered = { $of } livrée
beside-ended = { $of } clôturée : { $words }
beside-offered = { $of } : { $who } a réécrit sa proposition, { $amount }
beside-drafted = { $of } : brouillon
beside-filed = { $of } : { $who } ajoute { $words } à sa proposition
beside-unfiled = { $of } : { $who } retire { $words } de sa proposition
beside-draft-dropped = { $of } : brouillon supprimé
beside-submitted = { $of } : { $who } propose, { $amount }
beside-withdrawn = { $of } : { $who } retire sa proposition : { $words }
beside-unsaid = { $of } : avis sur { $who } retiré
beside-interesting = { $of } : la proposition de { $who } intéresse
beside-not-interesting = { $of } : la proposition de { $who } n’intéresse pas
beside-encouraged = { $of } : bonne place annoncée à { $who }
beside-advised = { $of } : conseil aux candidats non retenus : { $words }
beside-terms-drawn = { $of } : conditions modifiées par le { $who } : { $words ->
    [0] le prix entier à la livraison
    [1] 1 partie
   *[other] { $words } parties
}
beside-client-agreed = { $of } : le client a accepté les conditions, { $amount }
beside-provider-agreed = { $of } : le prestataire a confirmé les conditions, { $amount }
beside-terms-refused = { $of } : le client a refusé les conditions : { $words }
beside-agreed = { $of } : conditions confirmées, { $amount }
beside-chosen = { $of } : formule choisie : { $words }
beside-in-charge = { $of } : { $who } est responsable chez le client
beside-not-in-charge = { $of } : { $who } n’est plus responsable chez le client
beside-relieved = { $of } : { $who } ne la coordonne plus. { $words }
beside-mission-offered = { $of } : proposée à { $who }, { $amount }
beside-mission-taken = { $of } : { $who } la coordonne désormais
beside-mission-passed = { $of } : { $who } l’a déclinée. { $words }
beside-handed-on = { $of } : { $who } quitte la société, { $words } prend la suite
beside-joined-team = { $of } : { $who } rejoint l’équipe
beside-left-team = { $of } : { $who } quitte l’équipe
beside-planned = { $of } : séances planifiées : { $words }
beside-ticked = { $of } : fait : { $words }
beside-unticked = { $of } : pas fait : { $words }
beside-reasoned = { $of } : { $who }, motif : { $words }
beside-attended = { $of } : séance { $who }, présents : { $words }
beside-reported = { $of } : compte rendu

# Une opportunité, champ par champ.
opp-turn = Prochaine action
opp-group = Groupe
opp-follows = Conséquences
follows-subcontracting = Nous nous sommes entendus avec le client et avons fixé le prix ; le contrat est entre le client et nous. Nous vous mandatons et vous payons ; vous ne devez pas de droit d’usage. Nous gardons la relation 12 mois.
follows-introduction = Nous n’avons pas échangé avec le client : c’est au coordinateur de prendre contact et de mener la relation. Le droit d’usage et la contribution sont à déclarer.
opp-where = Où
opp-online = en ligne
opp-when = Quand
opp-participants = Participants
opp-audience = Public
opp-work = Type
opp-language = Langue
opp-sessions = Séances
opp-level = Niveau du coordinateur
opp-skills = Compétences demandées
opp-deadline = Propositions jusqu’au
opp-amount = Prix ou budget
opp-formula = Formule
opp-selects = Retenue par
opp-proposals = Propositions
opp-eligible = Éligible
opp-eligible-closed = fermée aux propositions : plus aucun crédit n’est utilisé
opp-eligible-yes = oui, vous pouvez proposer
opp-clock = Contact direct
opp-client = Client
opp-mission-firm = Une mission de { $name } : vous agissez pour une autre société. Changer : firm for { $firm }
opp-ask-first = Premier contact
opp-ask-then = Suivi du projet
opp-others = Autres propositions
opp-others-prices = { $n ->
    [one] une, à { $low }
   *[other] { $n }, de { $low } à { $high }
}
opp-others-count = { $n ->
    [0] aucune encore
    [one] une
   *[other] { $n }
}
opp-mine = Votre proposition
opp-draft = Brouillon
opp-draft-beside = personne d’autre ne le voit
opp-promising = Votre proposition est bien placée.
opp-advice = Conseil pour la prochaine fois
opp-reason = Motif
opp-cannot = Ne peut être retenue
opp-agreed = Les conditions, confirmées
opp-to-agree = Les conditions, à confirmer
opp-coordinator = Coordinateur
opp-mission = Séances
opp-planned = planifiées : { $planned } sur { $ordered } commandées · tenues : { $held }

# À qui d’agir.
whose-proposers = aux animateurs de proposer, jusqu’au { $until }
whose-client = au client ({ $name })
whose-client-unnamed = au client
whose-judges = { $who } : { $n ->
    [one] une proposition à juger ou retenir
   *[other] { $n } propositions à juger ou retenir
}
whose-winner = à { $name } de confirmer les conditions
whose-winner-unnamed = à l’animateur retenu de confirmer
whose-chooser = { $who } de choisir la formule
whose-agreer = { $who } d’accepter les conditions
whose-selector = à nous : { $n ->
    [one] une proposition à retenir ou non
   *[other] { $n } propositions parmi lesquelles retenir
}
whose-replacer = à nous : un autre coordinateur à trouver
whose-coordinator = à { $name } de mener la mission
whose-coordinator-unnamed = au coordinateur de mener la mission
whose-house = à nous : aucune proposition au { $until }, prolonger ou clôturer
whose-nobody = à personne : c’est terminé

# Les étapes et ce qu’elles ouvrent.
step-is-open = { $step } : ouverte
step-is-over = { $step } : fermée
step-is-free = { $step } : gratuite
step-costs = { $step } : coûte { $price }, il vous en reste { $left }
step-opens-consultation = Ouvre le descriptif, les fichiers, le nombre et les prix des autres propositions.
step-opens-offer = Permet de proposer, et de modifier la proposition jusqu’à la sélection.
step-opens-contact = Révèle le nom, l’e-mail et le téléphone du client.
step-take = Rien n’a été dépensé. Ajoutez --yes pour valider l’étape.
clock-open = coordonnées du client accessibles
clock-no-answer = possible : pas de réponse à temps
clock-urgent = possible : c’est urgent
clock-at = s’ouvre le { $at } ({ $away }) sans réponse d’ici là ; dès maintenant avec un motif
clock-nothing-asked = envoyez d’abord votre proposition et attendez une réponse ; dès maintenant avec un motif
clock-answered = le client a répondu : seulement avec un motif
clock-house-holds = nous vous présentons au client une fois coordinateur confirmé
clock-over = fermé, comme les propositions

# Les conditions.
side-client = client
side-provider = prestataire
opp-charge = Responsable
opp-waits = Coordinateur
introduction-subject = { $title } : votre interlocuteur
introduction-hello = Bonjour { $clients },
introduction-body = { $coordinator } coordonne « { $title } » pour { $organisation }. Vous pouvez désormais échanger directement sur les dates, le lieu et le contenu.
introduction-coordinator = Coordination :
introduction-client = Client :
introduction-end = Bien cordialement
terms-line-wrong = Écrivez : ce qui est livré | quand | montant
terms-line = Ligne { $n } : { $why }
terms-tranches = Livré
terms-version = Version
terms-agreed = Accord
terms-agreed-yes = { $side }, { $at }
terms-agreed-none = encore personne
terms-price = Prix
terms-formula = Formule
terms-coordination = Coordination, par prestation en plus
terms-fees = Droits
terms-no-fees = aucun : nous vous mandatons
terms-commission = Commission de mise en relation
terms-commission-by = { $amount }, payée par { $payer }
terms-fees-declared = à déclarer : usage { $usage }, contribution { $contribution }

# Crédits.
credits-off = Nous n’utilisons pas de crédits : tout est gratuit.
credits-left = { $step } : il en reste { $left }, une étape coûte { $price }
credit-granted = accordés
credit-used = utilisés
credit-refunded = rendus

# Chiffres des opportunités.
stats-of-house = Nous
stats-of-you = Vous
stats-by-work = Par type
stats-by-season = Par saison
stats-by-budget = Par budget
stats-from = dès { $amount }
stats-no-budget = non précisé
stats-none-settled = aucun projet terminé
stats-materialise = { $part } sur { $whole } concrétisés = { $share }
stats-competition = { $part } { $part ->
        [one] proposition
       *[other] propositions
    } pour { $whole } { $whole ->
        [one] projet
       *[other] projets
    } : part gagnante { $share }
stats-wins = { $part } sur { $whole } propositions gagnées = { $share }
board-nothing = Aucune opportunité de ce genre en ce moment.

# Firms
did-firm-offered = Collègue invité à rejoindre { $of }
did-firm-offer-withdrawn = Invitation à rejoindre { $of } annulée
did-firm-joined = { $of } rejointe
did-firm-rights = Rôles dans { $of } modifiés
did-firm-left = { $of } quittée
did-firm-named = { $of } renommée
did-firm-chosen = Vous agissez pour { $of }
firm-right-sees = Voir le travail de la société
firm-right-proposes = Proposer
firm-right-manages = Gérer la société
firm-right-paid = Tenir les coordonnées bancaires
refusal-no-such-firm = Société introuvable : { $firm }. Voir vos sociétés : firm show
refusal-not-a-member = Cette personne n’est pas dans la société.
refusal-needs-right = Votre rôle dans la société ne le permet pas. Demandez à un gérant : { $right }.
refusal-which-firm = Cette personne travaille pour plusieurs sociétés ({ $firms }). Précisez laquelle.
refusal-last-manager = Personne d’autre ne gère la société. Donnez d’abord ce rôle à un collègue.
refusal-has-manager = La société { $firm } a un gérant : c’est à lui de nommer les autres.
refusal-own-firm = Vous êtes dans cette société : un collègue de notre équipe doit le faire.
refusal-alone-in-firm = Vous travaillez seul : il n’y a pas de société à quitter.
refusal-right-missing = Choisissez au moins un rôle.
refusal-firm-full = Une société compte au plus { $most } personnes.
refusal-too-many-offers = Il y a déjà { $most } invitations en cours. Annulez-en une d’abord.
