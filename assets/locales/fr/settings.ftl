# Les réglages : rubriques, noms, aides.
settings-part-set-up = Mise en place
settings-part-organisation = Organisation
settings-part-countries = Pays et langues
settings-part-hours = Horaires et jours fériés
settings-part-delays = Délais
settings-part-groups = Groupes et relation
settings-part-requests = Demandes
settings-part-board = Opportunités
settings-part-money = Argent des clients
settings-part-prices = Tarifs
settings-part-wordings = Rédaction des documents
settings-part-people = Personnes
settings-part-routing = Types de demande
settings-kinds = types de demande
settings-heading-identity = Identité légale · { $country }
settings-heading-office-hours = Heures ouvrées
settings-heading-days-off = Jours de fermeture
settings-heading-before-posting = Avant de publier
settings-heading-selection = Qui retient l’animateur
settings-heading-relationship = Relation commerciale
settings-heading-proposals = Propositions
settings-heading-credits = Crédits

# Ce qu’une rubrique dit aujourd’hui.
settings-now-missing = { $n ->
    [one] il manque 1 chose
   *[other] il manque { $n } choses
}
settings-now-law = identité légale : { $countries }
settings-now-no-law = pas d’identité légale
settings-now-countries = { $home } · documents en { $papers }
settings-now-days-off = { $holidays ->
    [0] aucun jour férié
    [one] { $holidays } jour férié
   *[other] { $holidays } jours fériés
}{ $bridges ->
    [0] {""}
    [one] , { $bridges } pont
   *[other] , { $bridges } ponts
}
settings-now-delays = réponse { $reply } · client { $client } · appel { $call }
settings-now-kept = gardée { $n } mois
settings-now-selects = retenue par { $by }
settings-now-by-house = nous
settings-now-by-client = le client
settings-now-no-funds = personne n’a dit comment il est gardé
settings-now-licence = sous notre propre agrément : { $words }
settings-now-through = par { $words }
settings-now-silence = { $n ->
    [one] libéré après { $n } jour sans réponse
   *[other] libéré après { $n } jours sans réponse
}
settings-now-validated = à valider : { $groups }
settings-now-requests = signalée au-delà de { $n ->
    [one] { $n } adresse en copie
   *[other] { $n } adresses en copie
}
settings-now-board = contact après { $hours } h · descend après { $days } j
settings-now-credits = crédits
settings-now-no-credits = sans crédits
settings-now-kinds = { $n }{ $nobody ->
    [0] {""}
   *[other] , dont { $nobody } sans personne
}
settings-now-list = { $n }{ $retired ->
    [0] {""}
    [one] , { $retired } retiré
   *[other] , { $retired } retirés
}
settings-now-no-prices = aucun
settings-now-prices = { $n ->
    [one] { $n } marque
   *[other] { $n } marques
} · { $markets }
settings-now-wordings = { $all }
settings-now-people = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}, { $keyed } avec une clé
settings-edited-by = Se modifie en fichier : affichez-le, modifiez-le, enregistrez-le.
settings-edited-print = entremise { $command } > FICHIER
settings-edited-set = entremise { $command } FICHIER
settings-edited-in-lists = Entrée ouvre la liste, à modifier.
settings-edited-in-people = Entrée ouvre les personnes.
settings-nobody = personne
settings-market = { $country } · { $n ->
    [one] { $n } produit
   *[other] { $n } produits
}
settings-used = utilisé
settings-retired = { $name } · retiré

# Ce qui vaut là où un réglage ne dit rien.
setting-papers-languages-empty = comme les écrans : { $languages }
setting-hours-closed = fermé
setting-hours-no-days = aucun
setting-organisation-domains-empty = aucun
setting-organisation-contact-email-empty = aucun
setting-organisation-contact-phone-empty = aucun
setting-money-clients-money-empty = non dit : R0 ne peut être publié
setting-organisation-name = Nom
setting-organisation-name-help = Le nom sous lequel les clients nous connaissent.
setting-organisation-home = Pays d’origine
setting-organisation-home-help = Les clients de ce pays sont proposés en sous-traitance. Un code ou un nom : FR, Belgique.
setting-organisation-domains = Domaines e-mail
setting-organisation-domains-help = Un e-mail de ces domaines vient d’un collègue, pas d’un client : ours.org, ours.example.
setting-organisation-contact-email = E-mail de contact
setting-organisation-contact-email-help = Les animateurs le voient sous « À qui vous adresser » quand personne n’a le rôle pôle prestataires.
setting-organisation-contact-phone = Téléphone de contact
setting-organisation-contact-phone-help = Affiché aux animateurs à côté des personnes à qui s’adresser. Vide : aucun numéro.
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
setting-requests-copies-count = { $n ->
    [one] { $n } adresse
   *[other] { $n } adresses
}
setting-requests-validate-subcontracting = À valider : sous-traitance
setting-requests-validate-subcontracting-help = yes (oui) : une demande n’est publiée qu’une fois validée par téléphone.
setting-requests-validate-subcontracting-short = Sous-traitance
setting-requests-validate-introduction = À valider : apport d’affaires
setting-requests-validate-introduction-help = yes (oui) : une demande n’est publiée qu’une fois validée par téléphone.
setting-requests-validate-introduction-short = Apport d’affaires
setting-requests-free-tags = Étiquettes hors liste
setting-requests-free-tags-help = yes (oui) : chacun peut ajouter ses étiquettes. no (non) : seules celles de la liste sont admises.
setting-relationship-months = Relation gardée
setting-relationship-months-help = Mois après une mission livrée. S’applique aux missions livrées désormais.
setting-relationship-months-count = { $n } mois
setting-relationship-months-short = Gardée après la mission
setting-relationship-selects-subcontracting = Retenue par : sous-traitance
setting-relationship-selects-subcontracting-help = us (nous) : nous retenons en notre nom. client : c’est lui, ou nous notons comment il l’a dit. S’applique aux prochaines publications.
setting-relationship-selects-subcontracting-short = Sous-traitance
setting-relationship-selects-introduction = Retenue par : apport d’affaires
setting-relationship-selects-introduction-help = us (nous) : nous retenons en notre nom. client : c’est lui, ou nous notons comment il l’a dit. S’applique aux prochaines publications.
setting-relationship-selects-introduction-short = Apport d’affaires
setting-board-contact-hours = Contact direct après
setting-board-contact-hours-help = Heures sans réponse après lesquelles un animateur peut contacter le client, 24 à 48 ; toute autre valeur se confirme.
setting-board-contact-hours-count = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
setting-board-others-offers = Offres des autres
setting-board-others-offers-help = figures : combien, et de quel prix à quel prix. whole : appel ouvert.
setting-board-stale-days = Descend dans la liste après
setting-board-stale-days-help = Jours sans proposition.
setting-board-stale-days-count = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
setting-board-credits = Crédits
setting-board-credits-help = yes (oui) : les étapes coûtent des crédits. no (non) : elles sont gratuites.
setting-board-credits-short = En usage
setting-board-credits-view = Crédits de consultation
setting-board-credits-view-help = Ce que coûte l’ouverture d’une opportunité.
setting-board-credits-view-short = Pour consulter
setting-board-credits-offer = Crédits d’offre
setting-board-credits-offer-help = Ce que coûte une proposition.
setting-board-credits-offer-short = Pour une offre
setting-board-credits-contact = Crédits de contact direct
setting-board-credits-contact-help = Ce que coûte le contact direct avec le client.
setting-board-credits-contact-short = Pour un contact direct
setting-money-clients-money = Argent des clients
setting-money-clients-money-help = « licence : … » ou « through : … » (par), avec l’agrément ou le prestataire de paiement. D’ici là, R0 ne peut être publié.
setting-money-r0-rate = Option R0, part du prix
setting-money-r0-rate-help = Ce que le client paie pour R0, en pourcentage du prix : 2,5 %. Vide : rien.
setting-money-r0-rate-short = Part du prix
setting-money-r0-rate-empty = aucune
setting-money-r0-fixed = Option R0, montant fixe
setting-money-r0-fixed-help = Ce que le client paie pour R0 en plus de la part, pour les projets dans cette devise : 50 EUR. Vide : rien.
setting-money-r0-fixed-short = Montant fixe
setting-money-r0-fixed-empty = aucun
setting-money-vat = TVA
setting-money-vat-help = La TVA sur la commission et l’option R0, en pourcentage : 20 %. Vide : aucune.
setting-money-vat-empty = aucune
setting-money-silence-days = Libération sans réponse
setting-money-silence-days-help = Jours entre une livraison et la libération de son montant, si le client ne dit rien. 0 : jamais. Les deux parties voient la date.
setting-money-silence-days-count = { $n ->
    [0] jamais
    [one] après { $n } jour
   *[other] après { $n } jours
}

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
setting-why-language = « { $text } » n’est pas une langue : écrivez son nom, ou un code comme nl.
setting-why-zone = « { $text } » n’est pas un fuseau : écrivez-le comme Europe/Paris.
setting-why-span = « { $text } » n’est pas une plage : écrivez-la comme 9:00-12:30.
setting-why-holiday = « { $text } » n’est pas un jour férié : écrivez-le comme 05-01, easter+39, last mon 05, ou le code d’un pays.
setting-why-day = « { $text } » n’est pas une date : écrivez-la comme 2027-05-07.
setting-why-holidays = aucun jour férié de { $text } n’est connu ici : écrivez-les un par un.
setting-why-hours = ces horaires ne vont pas ensemble : { $text }.
setting-why-credits = les crédits sont désactivés : mettez d’abord board.credits à yes.
setting-why-funds = écrivez « licence : … » ou « through : … », avec l’agrément ou le prestataire de paiement ; laissez vide tant que nous n’en gardons pas.
setting-why-rate = « { $text } » n’est pas un taux : écrivez-le comme 20 ou 5,5, 100 au plus, avec une décimale au plus.
setting-why-amount = « { $text } » n’est pas un montant, ou peut en désigner deux : écrivez-le comme 1200 ou 1200,50 EUR.

# Ce qui manque.
settings-lack-domains = E-mails entrants : aucun domaine à nous, l’e-mail d’un collègue passe pour celui d’un client
settings-lack-legal-name = Offres : pas de dénomination sociale
settings-lack-address = Offres : pas d’adresse
settings-lack-registration = Offres : pas d’immatriculation
settings-lack-vat = Offres : pas de numéro de TVA
settings-lack-bank = Offres : pas de coordonnées bancaires
settings-lack-zone = Échéances : fuseau inconnu ici, compté comme UTC
settings-lack-hours = Échéances : pas d’heures ouvrées, nuits et week-ends comptent
settings-lack-holidays = Échéances : aucun jour ouvré n’est férié ; le code { $code } vaut les jours fériés du pays ({ $country })
settings-lack-calendar = Échéances : aucun jour ouvré n’est férié, et aucun n’est connu ici pour ce pays ({ $country }) ; écrivez-les un par un
settings-lack-funds = R0 : personne n’a dit sous quel agrément, ni par qui, nous gardons l’argent des clients
settings-lack-kinds = Demandes : il n’y a aucun type de demande
settings-lack-route = Demandes : personne ne prend { $n ->
    [one] « { $first } »
   *[other] { $n } types de demande (d’abord « { $first } »)
}
settings-lack-entries = Demandes, devis et opportunités : il n’y a rien à choisir dans la liste { $list }
settings-lack-names = Écrans et documents en { $language } : { $n ->
    [one] « { $first } » n’a pas de nom ({ $list })
   *[other] { $n } noms manquent ({ $list }, d’abord « { $first } »)
}
settings-lack-prices = Devis : il n’y a aucun tarif, chaque ligne est chiffrée à la main
settings-lack-market = Devis : aucun tarif pour ce pays ({ $country })
settings-lack-conditions = Offres : pas de conditions de vente
settings-lack-products = Documents en { $language } : { $n ->
    [one] { $n } produit n’a pas de nom et figure sous celui
   *[other] { $n } produits n’ont pas de nom et figurent sous celui
} d’une autre langue
settings-lack-wording = Documents en { $language } : pas de rédaction, ils sont écrits en anglais
settings-lack-officer = Demandes : personne ne les traite (rôle : relation clients)
settings-lack-pricing = Devis : personne ne peut chiffrer (rôles : tarification, direction)
settings-lack-assembly = Devis : personne ne peut monter le projet (rôles : assistance BO, direction)
settings-lack-posting = Opportunités : personne ne peut publier (rôles : relation clients, direction)
settings-lack-facilitators = Opportunités : il n’y a aucun animateur pour proposer
settings-lack-keys = Accès : personne n’a de clé sauf vous

# En ligne de commande.
settings-file = Réglages. Modifiez, puis : entremise settings apply FICHIER. Ce que le fichier ne dit pas reste tel quel.
settings-begins-as = Au départ : { $usual }
settings-now = Aujourd’hui : { $now }
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
settings-logo-set = Logo des documents pour { $country } : { $logo }. `settings undo` l’annule.
settings-logo-removed = Les documents pour { $country } n’ont pas de logo. `settings undo` l’annule.
settings-logo-printed = Logo des documents pour { $country } : { $logo }. Absent de ce fichier. Pour l’enregistrer : settings logo { $country } --print > { $file }
settings-logo-no-picture = { $file } n’est ni un PNG ni un JPEG. Rien n’a été modifié.
settings-logo-too-many-bytes = { $file } dépasse { $most } Kio. Enregistrez une image plus légère.
settings-logo-too-many-dots = { $file } dépasse { $side } × { $side } pixels. Enregistrez une image plus petite.
settings-logo-animated = { $file } est animé. Enregistrez-en une seule image.
settings-logo-press-colours = { $file } a des couleurs d’imprimerie (CMJN). Enregistrez-le en couleurs d’écran (RVB).
settings-logo-uncommon-jpeg = { $file } est un JPEG que peu de programmes lisent. Enregistrez-le en PNG.
settings-logo-damaged = { $file } est endommagé ou incomplet. Rien n’a été modifié.
history-person-added = Ajout
history-person-roles = Rôles
history-person-access = Accès
history-person-name = Nom et e-mail
history-person-contact = Contact client
history-nobody = automatique

# Le volet.
settings-logos = Logo des documents
settings-logo-of = Logo des documents, { $country }
settings-logo-line = { $country } : { $logo }
settings-logo-is = { $name }, { $width } × { $height }, { $size }
settings-logo-none = Aucun logo.
settings-logo-how = entremise settings logo PAYS FICHIER
pane-settings = Réglages
scope-settings = Réglages
settings-title = Réglages
settings-draft = { $n ->
    [one] 1 modification non appliquée
   *[other] { $n } modifications non appliquées
}
settings-changed = { $n ->
    [one] 1 modification
   *[other] { $n } modifications
}
settings-filter-hint = un réglage, une rubrique, une valeur
empty-settings = Aucun réglage ne correspond.
empty-setting = Aucune rubrique sélectionnée.
column-section = Rubrique
column-now = Aujourd’hui
column-changed = Modif.
sign-changed = Modifié, pas encore appliqué
setting-was = était { $was }
setting-unusual = D’habitude de { $least } à { $most } : une confirmation est demandée
settings-past-line = { $what } : { $change }
settings-brought-back = Brouillon repris
setting-touched = Réglages modifiés en dernier par { $by }, { $when }
setting-changed = { $by }, { $when }
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
settings-discarded = Abandonné · u le reprend
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
why-section-open = Elle est déjà ouverte
why-section-closed = Ouvrez d’abord la rubrique : Entrée
why-section-same = Rien n’est modifié dans cette rubrique
why-no-section = Aucune rubrique n’est sélectionnée
why-no-history = Cette rubrique n’a pas d’historique
why-nothing-missing = Rien ne manque
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
act-discard-section = Cette rubrique
act-discard-section-help = Abandonner les modifications de cette rubrique
act-discard-all-settings = Tout le brouillon
act-discard-all-settings-help = Abandonner toutes les modifications non appliquées
act-setting-history = Historique
act-setting-history-help = Voir qui a modifié ce réglage ou cette rubrique, et quand
act-open-section = Ouvrir
act-open-section-help = Ouvrir les réglages de cette rubrique
act-mend-missing = Ouvrir
act-mend-missing-help = Aller là où cela se règle
act-open-set-up = Ce qui manque
act-open-set-up-help = Voir ce qui manque encore et ce que cela empêche
act-bring-back-draft = Annuler
act-bring-back-draft-help = Reprendre les modifications qui viennent d’être abandonnées
