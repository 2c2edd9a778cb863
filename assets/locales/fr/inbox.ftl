# Les demandes entrantes.

pane-inbox = Demandes
scope-inbox = Demandes

view-mine-and-unassigned = Les miennes et à prendre
view-mine = Les miennes
view-unassigned = À prendre
view-all-open = Toutes les ouvertes
view-overdue = En retard
view-to-validate = À valider
view-watched = Suivies
view-snoozed = En veille
view-providers = Des prestataires
provider-no-client = aucun : e-mail d’un prestataire, pour le bureau des prestataires
short-provider = PR
view-closed = Clôturées
view-own = personnelle
view-shared = partagée avec tous

sort-next-step = prochaine action d’abord
sort-newest = plus récentes d’abord
sort-oldest = plus anciennes d’abord
sort-client = par client
sort-subject = par objet
sort-stage = par étape
sort-who = par personne

# Deux lettres chacun.
short-subcontracting = ST
short-introduction = AA

# Où en est l’échange, en un mot.
short-new = nouvelle
short-attempted = appelée
short-in-touch = en contact
short-validated = validée

no-subject = (sans objet)

act-open-case = Ouvrir
act-open-case-help = Ouvrir la demande sélectionnée
act-back = Retour
act-back-help = Revenir en arrière : ferme la fiche, retire les marques, efface le filtre
act-to-list = Retour à la liste
act-to-list-help = Revenir de la fiche à la liste
why-in-list = Vous êtes déjà dans la liste
act-claim = M’attribuer
act-claim-help = Prendre la demande en charge
act-lint = Corriger
act-lint-help = Corriger ce que les règles signalent, un point à la fois
act-route = Transmettre
act-route-help = Transmettre à la personne que la grille d’orientation propose
act-call = Noter un appel
act-call-help = Noter un appel et ce qu’il a donné
act-post = Publier
act-post-help = Publier l’opportunité, après avoir vu ce que verront les animateurs
act-on-board = Opportunité
act-on-board-help = Aller à l’opportunité publiée pour cette demande
act-validate = Valider
act-validate-help = Valider une demande sérieuse
act-note = Note
act-note-help = Écrire une note dans le fil
act-snooze = Mettre en veille
act-snooze-help = Mettre en veille jusqu’à un jour ou une heure
act-wake = Rouvrir
act-wake-help = Sortir de veille maintenant
act-close = Clôturer
act-close-help = Clôturer avec un motif
act-reopen = Rouvrir
act-reopen-help = Rouvrir une demande clôturée
act-tag = Étiqueter
act-tag-help = Poser ou retirer une étiquette
act-assign = Attribuer
act-assign-help = Attribuer à un collègue, ou retirer l’attribution
act-group = Groupe
act-group-help = Décider du groupe : Sous-traitance ou Apport d’affaires
act-deadline = Fixer l’échéance
act-deadline-help = Dire pour quand le client attend une réponse
act-turn = Prochaine action
act-turn-help = Dire à qui d’agir, et pour quand
act-watch = Suivre
act-watch-help = Suivre la demande, ou ne plus la suivre
act-merge = Fusionner
act-merge-help = Fusionner avec une autre demande
act-split = Scinder
act-split-help = Scinder en plusieurs demandes
act-edit = Modifier
act-edit-help = Modifier le client, l’interlocuteur et le besoin
act-subject = Objet
act-subject-help = Corriger l’objet
act-kind = Type
act-kind-help = Dire de quel type de demande il s’agit
act-new = Nouvelle
act-new-help = Saisir une demande à la main
act-mark = Marquer
act-mark-help = Marquer la demande, pour agir sur plusieurs à la fois
act-mark-all = Tout marquer
act-mark-all-help = Marquer toute la liste, ou tout démarquer
act-mark-range = Marquer jusqu’ici
act-mark-range-help = Marquer de la dernière marque jusqu’ici
act-filter = Filtrer
act-filter-help = Filtrer la liste à la frappe
act-whole = Plein écran
act-whole-help = Montrer la liste ou la fiche seule, ou de nouveau les deux
act-search = Rechercher partout
act-search-help = Chercher dans tous les e-mails et toutes les notes
act-views = Vues
act-views-help = Choisir une autre vue
act-providers = Prestataires
act-providers-help = Montrer les e-mails des prestataires ; encore : retour à la liste
act-save-view = Enregistrer la vue
act-save-view-help = Enregistrer ce qui est montré comme une vue
act-remove-view = Retirer une vue
act-remove-view-help = Retirer une vue enregistrée
act-sort = Trier
act-sort-help = Trier par une colonne ; la choisir encore inverse l’ordre
act-next-case = Suivante
act-next-case-help = Ouvrir le dossier suivant
act-previous-case = Précédente
act-previous-case-help = Ouvrir le dossier précédent
act-older = Plus ancien
act-older-help = Montrer la page plus ancienne d’un long fil
act-newer = Plus récent
act-newer-help = Montrer la page plus récente d’un long fil
why-no-older = C’est la page la plus ancienne du fil
why-no-newer = C’est la page la plus récente du fil
act-related = Éléments liés
act-related-help = Aller à la demande dont celle-ci est issue, ou avec laquelle elle a fusionné
act-request-related = Demande

why-loading = La demande se charge : réessayez dans un instant
why-nothing = Aucune demande n’est sélectionnée : choisissez-en une, ou saisissez-la avec n
why-one-only = Une seule demande à la fois : Échap retire les marques
why-yours = Elle est déjà à vous
why-claimed = { $by } s’en occupe déjà ({ $at }) : laissez une note avec N, ou attribuez-vous la demande avec a
why-no-findings = Rien à corriger sur cette demande
why-validated = Elle est déjà validée
why-case-open = Le dossier est déjà ouvert : Échap revient à la liste
why-whole-already = Déjà en plein écran : liste et fiche tiennent côte à côte à partir de 110 colonnes
why-case-closed = Aucun dossier n’est ouvert : Entrée en ouvre un, puis K et J passent de l’un à l’autre
why-no-related = Rien n’est encore lié à cette demande : p la publie, q en fait le devis
why-not-on-board = Rien de cette demande n’est encore publié : p la publie
why-no-views = Aucune vue enregistrée : f enregistre ce qui est montré

marked-most = Les { $n } premières sont marquées : c’est le maximum

ask-subject = Objet
ask-subject-hint = CLIENT / libellé de la demande
ask-deadline = Pour quand le client attend-il une réponse ?
ask-snooze = En veille jusqu’à quand ?
ask-when-hint = demain 14h, ven, +2j, 3 déc
ask-close = Clôturer : pourquoi ?
ask-close-text = Un mot sur le motif
ask-call = Qu’a donné l’appel ?
ask-call-text = Qu’est-ce qui s’est dit ?
ask-text-needed = quelques mots sont nécessaires
ask-text-optional = Entrée seule laisse vide
ask-group = Quel groupe ?
ask-turn = À qui d’agir ?
ask-turn-client = Au client
ask-turn-house = À nous
ask-turn-until = Pour quand ?
ask-turn-usual = Entrée seule : le délai habituel
ask-tag = Étiquette : choisissez, ou tapez-en une nouvelle
tag-off = la retire
ask-assign = Qui s’en charge ?
assign-nobody = Personne pour l’instant
ask-kind = Quel type de demande ?
kind-none = Aucun de ceux-là
ask-merge = Fusionner avec quelle demande ?
ask-view = Quelle vue ?
ask-save-view = Nom de la vue
ask-share-view = Qui voit cette vue ?
ask-remove-view = Retirer quelle vue ?

confirm-merge = Fusionner
confirm-merge-question = Fusionner { $from } dans { $into } ? E-mails, appels et notes se retrouvent sur un seul fil.
confirm-merge-end = à fusionner ; u annule
confirm-merge-yes = fusionner
confirm-no = non, retour

form-new = Nouvelle demande
form-edit = Modifier { $request }
form-keys = Tab suivant · Ctrl-s enregistrer · Échap retour
form-kept = Le formulaire est gardé : n y revient
form-client-hint = TIME TOURS
form-contact = Interlocuteur
form-email = E-mail
form-phone = Téléphone
form-contact-also = Autres adresses
form-contact-role = Fonction
form-contact-language = Langue du contact
form-contact-note = Note (contact)
form-contact-left = N’y est plus
form-language = Langue
form-subject = Objet
form-body = Ce qui est demandé
form-dates = Dates souhaitées
form-place = Lieu
form-online = En ligne
form-participants = Participants
form-budget = Budget
form-not-a-number = nombre, comme 200
form-not-money = ce n’est pas un montant : écrivez 1200 ou 1200,50
form-money-too-large = montant trop grand pour être enregistré
form-no-currency = { $code } n’est pas une devise de la norme ISO 4217
form-money-two = peut vouloir dire { $whole } { $code } ou { $decimal } { $code } : écrivez { $whole } ou { $instead }
form-money-decimals = peut vouloir dire { $whole } { $code } ou { $decimal } { $code }, et { $code } a { $digits ->
    [0] zéro décimale
    [one] { $digits } décimale
   *[other] { $digits } décimales
} : écrivez { $whole }, ou moins de décimales
money-understood = Montant compris : { $amount }

# Les libellés d’un dossier : 13 colonnes au plus.
field-client = Client
field-from = De
field-received = Reçue
field-watchers = Suivie par
field-tags = Étiquettes
field-related = Liée à
field-others = Même client
field-who = En charge
field-turn = À qui d’agir
field-deadline = Échéance
field-group = Groupe
field-route = Orientation
field-lint = À corriger
field-wish = Besoin

case-received = { $at } · { $how } · langue : { $language }
case-related = { $other } · O l’ouvre
case-others = { $n ->
    [one] { $n } autre demande : { $ids }
   *[other] { $n } autres demandes : { $ids }
}
case-attempts = { $n ->
    [one] { $n } appel
   *[other] { $n } appels
}
case-turn = { $who }, { $away } · { $due }
case-turn-late = { $who }, { $away } de retard · { $due }
case-turn-ask = { $who }, { $away } de retard · { $due } · à relancer
case-turn-since = {" "}· depuis { $at }
case-group-unknown = { $reason } : indiquez-le d’abord (C), rien n’est proposé d’ici là
case-group-decided = { $group } · décidé · règle : { $reason }
case-group-proposed = Proposition : { $group } – { $reason } · b décide
case-route = { $kind } → { $to }, copie : { $copy } · à cause de « { $words } » · R confirme
case-route-by-hand = { $kind } → { $to }, copie : { $copy } · type choisi à la main · R confirme
case-route-done = { $kind } → { $to }, copie : { $copy } · fait

lint-subject = L’objet devrait être : { $to } · l
lint-several = { $n ->
    [0] Plusieurs demandes dans un seul e-mail · l les scinde
    [one] Plusieurs demandes dans un seul e-mail · l les scinde
   *[other] { $n } demandes dans un seul e-mail · l les scinde
}
lint-no-deadline = Aucune échéance indiquée · l en fixe une
lint-doubtful-date = L’échéance peut se lire de deux façons, jour ou mois d’abord · l la fixe
lint-copies = { $n ->
    [one] { $n } adresse en copie · l règle ce point
   *[other] { $n } adresses en copie : ne répondez qu’aux intéressés · l règle ce point
}

wish-participants = { $n ->
    [one] { $n } participant
   *[other] { $n } participants
}
wish-online = en ligne

timeline = fil
timeline-older = { $n ->
    [one] { $n } enregistrement plus ancien : < le montre
   *[other] { $n } enregistrements plus anciens : < les montre
}
timeline-newer = { $n ->
    [one] { $n } enregistrement plus récent : > le montre
   *[other] { $n } enregistrements plus récents : > les montre
}
history-earlier = Enregistrements plus anciens : { $earlier }. « history { $request } --page { $page } » les montre
history-first = Ce sont les enregistrements les plus anciens ; les plus récents ({ $later }) sont sur les pages précédentes
timeline-earlier = { $n ->
    [one] { $n } élément plus ancien : « entremise history » le montre
   *[other] { $n } éléments plus anciens : « entremise history » les montre
}

body-automatic = E-mail automatique : personne n’attend de réponse
body-quoted = { $n ->
    [one] … { $n } ligne citée
   *[other] … { $n } lignes citées
}
body-meeting = Rendez-vous : { $what }
body-cut = … coupé ici : « entremise show » affiche la suite

empty-case = Rien n’est sélectionné.
    Choisissez une demande dans la liste, ou saisissez-en une avec n.
empty-looking = Recherche…
filter-strange = { $word } n’est pas un filtre : { $name }: accepte { $known }
empty-filter = Rien ne correspond ici.
    Échap efface le filtre ; F cherche dans tous les e-mails et toutes les notes.
empty-view = Rien dans cette vue.
    f montre d’autres vues, n saisit une demande.
empty-house = Pas encore de demande.
    n en saisit une ; « entremise import FICHIER » importe e-mails, CSV et JSON.
filter-hint = des mots, ou who:me tag:vip is:overdue

# Qui d’autre est sur une demande.
others-writing = { $n ->
    [one] { $who } écrit une note sur cette demande
   *[other] { $who } écrivent une note sur cette demande
}
others-looking = { $n ->
    [one] { $who } consulte cette demande
   *[other] { $who } consultent cette demande
}
others-two = { $one } et { $two }
others-more = { $one }, { $two } et { $n } de plus

search-title = Chercher dans les e-mails et les notes
search-hint = des mots, comme ils ont été écrits
search-keys = ↑↓ parcourir · Entrée ouvrir · Échap retour
search-count = { $n ->
    [one] { $n } trouvée
   *[other] { $n } trouvées
}
search-behind = { $n ->
    [one] { $n } trouvée · encore { $behind } à lire
   *[other] { $n } trouvées · encore { $behind } à lire
}
search-empty = Tapez ce que vous cherchez.
    La recherche porte sur tous les e-mails, appels et notes.
search-nothing = Aucun résultat.
    Essayez moins de mots, ou seulement leur début.

split-title = Scinder { $request }
split-count = { $n ->
    [one] { $n } partie
   *[other] { $n } parties
}
split-keys = Tab objet, texte · ↑↓ partie · Ctrl-n ajouter · Ctrl-t joindre à la précédente · Ctrl-s scinder · Échap retour
split-keys-short = Tab texte · Ctrl-n ajouter · Ctrl-t joindre · Ctrl-s scinder · Échap
split-text = Texte de la partie { $n }
split-text-first = (l’e-mail reste entier avec celle-ci)
split-text-hint = Ce que cette partie demande
split-left = La scission est gardée : la même touche y revient
split-missing = La partie { $n } demande un objet et un texte ; Ctrl-t la joint à la précédente

note-title = Note sur { $request }
note-hint = Que doivent savoir vos collègues ?
note-keys = Ctrl-s ajouter · Échap garder en brouillon
draft-left = Brouillon gardé : N y revient

act-client = Fiche du client
act-client-help = Ouvrir la fiche du client dans l’annuaire
form-client = Fiche du client · { $client }
form-client-name = Nom
form-client-country = Pays
form-client-known = Déjà connu de l’équipe
form-client-parent = Filiale de
form-client-segment = Segment
segment-company = entreprise
segment-bank = banque
segment-travel-agency = agence de voyages
segment-hospital = hôpital
segment-public-body = organisme public
segment-school = école
segment-university = université
segment-association = association
form-client-domains = Domaines e-mail
