# Les réglages : rubriques, noms, aides.
settings-section-organisation = Organisation
settings-section-identity = Identité légale
settings-section-papers = Documents
settings-section-hours = Horaires et jours fériés
settings-section-delays = Délais
settings-section-requests = Demandes
settings-section-relationship = Relation
settings-section-board = Opportunités
settings-section-money = Argent des clients
setting-organisation-name = Nom
setting-organisation-name-help = Le nom sous lequel les clients nous connaissent.
setting-organisation-home = Pays d’origine
setting-organisation-home-help = Les clients de ce pays sont proposés en sous-traitance. Un code ou un nom : FR, Belgique.
setting-organisation-domains = Domaines e-mail
setting-organisation-domains-help = Un e-mail de ces domaines vient d’un collègue, pas d’un client : ours.org, ours.example.
setting-identity-name = Dénomination sociale
setting-identity-name-help = Le nom légal, avec la forme juridique. Figure sur les offres.
setting-identity-address = Adresse
setting-identity-address-help = L’adresse du siège, ligne par ligne. Figure sur les offres.
setting-identity-registration = Immatriculation
setting-identity-registration-help = L’immatriculation telle que la loi du pays l’écrit : SIREN, BCE, numéro d’entreprise.
setting-identity-vat = Numéro de TVA
setting-identity-vat-help = Le numéro de TVA. Figure sur les offres.
setting-identity-bank = Coordonnées bancaires
setting-identity-bank-help = Où les clients paient : IBAN, BIC. Figure au pied des offres.
setting-identity-footer = Pied des documents
setting-identity-footer-help = Ce qui figure au pied de chaque offre, ligne par ligne.
setting-papers-languages = Langues des documents
setting-papers-languages-help = Comme « nl, fr » : un client qui n’en lit aucune reçoit la première. Vide : le français, et l’anglais pour tous les autres.
setting-hours-zone = Fuseau horaire
setting-hours-zone-help = Le fuseau de toutes nos dates et heures : Europe/Paris.
setting-hours-monday = Lundi
setting-hours-monday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-tuesday = Mardi
setting-hours-tuesday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-wednesday = Mercredi
setting-hours-wednesday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-thursday = Jeudi
setting-hours-thursday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-friday = Vendredi
setting-hours-friday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-saturday = Samedi
setting-hours-saturday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-sunday = Dimanche
setting-hours-sunday-help = Heures ouvrées : 9:00-12:30, 13:30-18:00. Vide : fermé.
setting-hours-holidays = Jours fériés
setting-hours-holidays-help = Jours de chaque année : 05-01 (mois-jour), easter+39 (Pâques), last mon 05, mon from 05-18, 12-25 observed, 07-04 nearest. Le code d’un pays vaut ses jours fériés : BE.
setting-hours-bridge-days = Ponts
setting-hours-bridge-days-help = Jours d’une année où nous sommes fermés : 2027-05-07.
setting-delays-reply = Réponse à une demande
setting-delays-reply-help = En heures ouvrées : 8 h, 90 min. Les échéances fixées à la main restent.
setting-delays-client = Relance du client
setting-delays-client-help = En heures ouvrées : 24 h. Les échéances fixées à la main restent.
setting-delays-call = Nouvel appel
setting-delays-call-help = En heures ouvrées, entre deux appels sans réponse : 8 h.
setting-requests-copies = Adresses en copie, au plus
setting-requests-copies-help = Un e-mail qui en a davantage est signalé : trop de monde en copie.
setting-requests-validate-subcontracting = À valider : sous-traitance
setting-requests-validate-subcontracting-help = yes (oui) : une demande n’est publiée qu’une fois validée par téléphone.
setting-requests-validate-introduction = À valider : apport d’affaires
setting-requests-validate-introduction-help = yes (oui) : une demande n’est publiée qu’une fois validée par téléphone.
setting-requests-free-tags = Étiquettes hors liste
setting-requests-free-tags-help = yes (oui) : chacun peut ajouter ses étiquettes. no (non) : seules celles de la liste sont admises.
setting-relationship-months = Relation gardée
setting-relationship-months-help = Mois après une mission livrée. S’applique aux missions livrées désormais.
setting-relationship-selects-subcontracting = Retenue par : sous-traitance
setting-relationship-selects-subcontracting-help = us (nous) : nous retenons en notre nom. client : c’est lui, ou nous notons comment il l’a dit. S’applique aux prochaines publications.
setting-relationship-selects-introduction = Retenue par : apport d’affaires
setting-relationship-selects-introduction-help = us (nous) : nous retenons en notre nom. client : c’est lui, ou nous notons comment il l’a dit. S’applique aux prochaines publications.
setting-board-contact-hours = Contact direct après
setting-board-contact-hours-help = Heures sans réponse après lesquelles un animateur peut contacter le client, 24 à 48 ; toute autre valeur se confirme.
setting-board-others-offers = Offres des autres
setting-board-others-offers-help = figures : combien, et de quel prix à quel prix. whole : appel ouvert.
setting-board-stale-days = Descend dans la liste après
setting-board-stale-days-help = Jours sans proposition.
setting-board-credits = Crédits
setting-board-credits-help = yes (oui) : les étapes coûtent des crédits. no (non) : elles sont gratuites.
setting-board-credits-view = Crédits de consultation
setting-board-credits-view-help = Ce que coûte l’ouverture d’une opportunité.
setting-board-credits-offer = Crédits d’offre
setting-board-credits-offer-help = Ce que coûte une proposition.
setting-board-credits-contact = Crédits de contact direct
setting-board-credits-contact-help = Ce que coûte le contact direct avec le client.
setting-money-clients-money = Argent des clients
setting-money-clients-money-help = « licence : … » ou « through : … » (par), avec l’agrément ou le prestataire de paiement. D’ici là, R0 ne peut être publié.

# Ce qui ne va pas dans une valeur.
setting-why-none = ce réglage n’existe pas. `settings print` les affiche tous.
setting-why-missing = il ne peut pas être vide.
setting-why-long = { $most } caractères au plus.
setting-why-number = écrivez un nombre de { $least } à { $most }.
setting-why-delay = écrivez des heures ouvrées avec leur unité : 8 h, 90 min.
setting-why-yes = écrivez yes (oui) ou no (non).
setting-why-choice = écrivez l’un de ces mots : { $text }.
setting-why-kind = la valeur s’écrit { $text }.
setting-why-domain = « { $text } » n’est pas un domaine : écrivez-le comme ours.org.
setting-why-country = « { $text } » n’est pas un pays : écrivez un code comme FR, ou son nom.
setting-why-language = les documents existent en fr et en, pas en « { $text } ».
setting-why-zone = « { $text } » n’est pas un fuseau : écrivez-le comme Europe/Paris.
setting-why-span = « { $text } » n’est pas une plage : écrivez-la comme 9:00-12:30.
setting-why-holiday = « { $text } » n’est pas un jour férié : écrivez-le comme 05-01, easter+39, last mon 05, ou le code d’un pays.
setting-why-day = « { $text } » n’est pas une date : écrivez-la comme 2027-05-07.
setting-why-holidays = aucun jour férié de { $text } n’est connu ici : écrivez-les un par un.
setting-why-hours = ces horaires ne vont pas ensemble : { $text }.
setting-why-credits = les crédits sont désactivés : mettez d’abord board.credits à yes.
setting-why-funds = écrivez « licence : … » ou « through : … », avec l’agrément ou le prestataire de paiement ; laissez vide tant que nous n’en gardons pas.

# Ce qui manque.
settings-lack-domains = E-mails entrants : aucun domaine à nous, l’e-mail d’un collègue passe pour celui d’un client
settings-lack-legal-name = Offres : pas de dénomination sociale
settings-lack-address = Offres : pas d’adresse
settings-lack-registration = Offres : pas d’immatriculation
settings-lack-vat = Offres : pas de numéro de TVA
settings-lack-bank = Offres : pas de coordonnées bancaires
settings-lack-zone = Échéances : fuseau inconnu ici, compté comme UTC
settings-lack-hours = Échéances : pas d’heures ouvrées, nuits et week-ends comptent
settings-lack-holidays = Échéances : pas de jours fériés. Le code { $country } vaut ceux du pays
settings-lack-calendar = Échéances : aucun jour férié de { $country } n’est connu ici ; écrivez-les un par un
settings-lack-funds = R0 : personne n’a dit sous quel agrément, ni par qui, nous gardons l’argent des clients

# En ligne de commande.
settings-file = Réglages. Modifiez, puis : entremise settings apply FICHIER. Ce que le fichier ne dit pas reste tel quel.
settings-begins-as = Au départ : { $usual }
settings-nothing = (vide)
settings-bad = { $file }, ligne { $line } : { $key } : { $why }
settings-bad-somewhere = { $file } : { $key } : { $why }
settings-bad-file = { $file } : ce n’est pas un fichier de réglages : { $why }
settings-bad-empty = { $file } : le fichier ne dit rien. Rien n’a été modifié.
settings-wrong = { $key } : { $why }
settings-no-section = La rubrique « { $text } » n’existe pas. Rubriques : { $all }
settings-unusual = { $key } va d’habitude de { $least } à { $most } ; ajoutez --yes pour mettre { $now }.
settings-same = Rien à modifier : les réglages le disent déjà.
settings-change = { $label } ({ $key }) : { $from } → { $to }
settings-saved = { $n ->
    [one] 1 réglage modifié
   *[other] { $n } réglages modifiés
}. `settings undo` revient en arrière.
settings-undone = { $n ->
    [one] 1 réglage est comme avant
   *[other] { $n } réglages sont comme avant
}.
settings-no-undo = Les réglages n’ont pas encore été modifiés : rien à annuler.
settings-complete = Rien ne manque.
settings-lacks = { $n ->
    [one] Il manque une chose :
   *[other] Il manque { $n } choses :
}
settings-lack-line = { $lack } ({ $key })
settings-reads = { $file } se lit sans erreur.
settings-moves = { $moved ->
    [0] Aucune échéance ne bouge.
    [one] 1 échéance bouge, { $sooner } plus tôt ; { $late } en retard aussitôt, { $relieved } plus en retard.
   *[other] { $moved } échéances bougent, { $sooner } plus tôt ; { $late } en retard aussitôt, { $relieved } plus en retard.
}
settings-move-line = { $request } { $subject } : { $from } → { $to }
settings-move-late = { $request } { $subject } : { $from } → { $to }, en retard aussitôt
settings-unvalidated = { $n ->
    [one] 1 demande en cours devra être validée avant publication.
   *[other] { $n } demandes en cours devront être validées avant publication.
}
settings-sent-stays = Rien de ce qui a été envoyé ne change.
settings-not-kept = Aperçu seulement : rien n’a été modifié.
settings-history-none = Aucune modification pour l’instant.
settings-history-line = { $what } : { $from } → { $to }
settings-history-added = + { $to }
settings-history-removed = - { $from }
settings-history-of = « { $text } » n’a pas d’historique. Écrivez un réglage ou une rubrique, routing, prices, lists, ou une personne comme P-12.
history-person-added = Ajout
history-person-roles = Rôles
history-person-access = Accès
history-person-name = Nom et e-mail
history-person-contact = Contact client
history-nobody = automatique

# Le volet.
pane-settings = Réglages
scope-settings = Réglages
settings-title = Réglages
settings-title-draft = Réglages · { $n ->
    [one] 1 modification non appliquée
   *[other] { $n } modifications non appliquées
}
settings-filter-hint = un réglage, une rubrique, une valeur
empty-settings = Aucun réglage ne correspond.
empty-setting = Aucun réglage sélectionné.
column-section = Rubrique
column-setting = Réglage
column-now = Valeur
sign-changed = Modifié, pas encore appliqué
setting-now = Aujourd’hui
setting-then = Ensuite
setting-begins-as = Au départ
setting-section = Rubrique
setting-touched = Réglages modifiés en dernier par { $by }, { $when }
setting-changed = { $by }, { $when }
settings-missing = Manque : { $n }
settings-changes = Ce qui change
settings-no-draft = Rien à appliquer : e modifie un réglage.
settings-from-to = { $from } → { $to }
settings-follows = Ce qui en découle
settings-counting = Calcul en cours…
settings-yes = oui
settings-no = non
setting-board-others-offers-is-figures = combien, et de quel prix à quel prix
setting-board-others-offers-is-whole = les offres elles-mêmes (appel ouvert)
setting-relationship-selects-subcontracting-is-us = nous, en notre nom
setting-relationship-selects-subcontracting-is-client = le client
setting-relationship-selects-introduction-is-us = nous, en notre nom
setting-relationship-selects-introduction-is-client = le client
copy-setting = Nom dans les commandes et fichiers
settings-discarded = Brouillon abandonné
settings-apply-title = Appliquer { $n ->
    [one] 1 réglage
   *[other] { $n } réglages
}
settings-apply-yes = Appliquer
settings-apply-no = Garder en brouillon
settings-apply-unusual = { $label } va d’habitude de { $least } à { $most } : est-ce bien { $now } ?
settings-figure-moved = { $n ->
    [one] échéance bouge
   *[other] échéances bougent
}
settings-figure-late = { $n ->
    [one] demande passe aussitôt en retard
   *[other] demandes passent aussitôt en retard
}
settings-figure-unvalidated = { $n ->
    [one] demande à valider avant publication
   *[other] demandes à valider avant publication
}
why-no-draft = Aucune modification : e modifie un réglage
why-setting-same = Ce réglage n’est pas modifié
why-setting-open = Il est déjà ouvert
act-edit-setting = Modifier
act-edit-setting-help = Modifier ce réglage dans le brouillon
act-compare-settings = Comparer
act-compare-settings-help = Voir ce que le brouillon change et ce qui en découlerait
act-apply-settings = Appliquer
act-apply-settings-help = Appliquer le brouillon ; u l’annule
act-discard-settings = Abandonner
act-discard-settings-help = Abandonner ce qui n’est pas appliqué : ce réglage, ou tout
act-discard-setting = Cette modification
act-discard-setting-help = Abandonner la modification de ce réglage
act-discard-all-settings = Tout le brouillon
act-discard-all-settings-help = Abandonner toutes les modifications non appliquées
act-setting-history = Historique
act-setting-history-help = Voir qui a modifié ce réglage, et quand
act-open-setting = Ouvrir
act-open-setting-help = Afficher le réglage en entier
why-no-setting = Aucun réglage n’est sélectionné
