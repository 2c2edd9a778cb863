# L’annuaire : les organisations, leurs contacts, tout ce qui a été échangé.
pane-directory = Annuaire
scope-directory = Annuaire
directory-title = Annuaire · { $view }
directory-usual = par nom, filiales sous leur société mère
directory-filter-hint = un nom, une ville, un pays, une personne, un e-mail, un téléphone
directory-views = Quelles organisations ?
directory-view-all = toutes, par nom
directory-view-open = avec des demandes en cours
directory-view-ours = relation à nous
directory-view-doubles = doublons possibles
empty-directory = Aucune organisation pour l’instant. Appuyez sur n pour en saisir une, ou importez des e-mails.
empty-directory-view = Aucune organisation dans cette vue. Appuyez sur f pour changer de vue.
empty-organisation = Aucune organisation sélectionnée
column-organisation = Organisation
column-city = Ville
column-open = En cours
column-last = Dernier
column-ours-until = Jusqu’au
sign-double = Doublon possible d’une autre organisation
organisation-known = connue
organisation-ours = à nous jusqu’au { $until }
organisation-address = Adresse
organisation-domains = Domaines
organisation-vat = Numéro de TVA
organisation-language = Langue
organisation-note = Note
organisation-until = À nous jusqu’au
organisation-relation = Relation
organisation-main = Contact principal
organisation-belongs = Société mère et filiales
organisation-parent = Filiale de
organisation-branch = Filiale
organisation-doubles = Doublons possibles
organisation-double = doublon possible
organisation-contacts = Contacts
organisation-no-facts = Aucun détail pour l’instant. Appuyez sur e pour les saisir.
organisation-no-contacts = Aucun contact pour l’instant. Appuyez sur n pour en saisir un.
organisation-exchanged = Tout ce qui a été échangé
organisation-turnover = Chiffre d’affaires par année
exchanged-open = en cours
exchanged-done = terminée
exchanged-calls = { $n ->
    [one] 1 appel
   *[other] { $n } appels
}
exchanged-quotation = devis
exchanged-accepted = accepté
exchanged-posted = publiée
exchanged-mission = mission
contact-left-since = parti { $at }
copy-name = Nom
copy-vat = Numéro de TVA

act-open-organisation = Ouvrir
act-open-organisation-help = Ouvrir la fiche de l’organisation
act-open-entry-line = Ouvrir
act-open-entry-line-help = Ouvrir ce que nomme la ligne : un contact, une demande, un devis, une opportunité
act-directory-new = Nouveau
act-directory-new-help = Saisir une organisation, un contact ou une demande
act-new-organisation = Nouvelle organisation
act-new-organisation-help = Saisir une organisation avant qu’elle n’écrive
act-new-contact = Nouveau contact
act-new-contact-help = Saisir un contact de cette organisation avant qu’il n’écrive
act-new-request = Nouvelle demande
act-new-request-help = Saisir une demande de cette organisation
act-edit-organisation = Modifier
act-edit-organisation-help = Modifier l’organisation, ou le contact sélectionné
act-merge-organisation = Fusionner
act-merge-organisation-help = Fusionner deux fiches identiques, ou les marquer comme différentes
act-log-call = Noter un appel
act-log-call-help = Noter un appel sur la demande en cours de cette organisation
act-contact-left = Retirer
act-contact-left-help = Marquer le contact comme parti
act-contact-back = Rouvrir
act-contact-back-help = Marquer le contact comme de nouveau présent
act-directory-views = Vues
act-directory-views-help = Afficher toutes les organisations, celles avec des demandes en cours, les doublons possibles

form-new-organisation = Nouvelle organisation
form-new-contact = Nouveau contact · { $client }
form-contact-of = Contact · { $name }
form-new-request = Nouvelle demande · { $client }
form-address-hint = 12 quai Lamartine / 71000 Mâcon
form-merge = Fusionner { $from } dans { $into } ({ $requests ->
    [one] 1 demande
   *[other] { $requests } demandes
}, { $contacts ->
    [one] 1 contact
   *[other] { $contacts } contacts
})
form-merge-contacts = Fusionner { $from } dans { $into }
ask-merge-organisation = Fusionner avec quelle organisation ?
ask-merge-double = Doublon possible
ask-merge-contact = Fusionner avec quel contact ?
merge-same = Fusionner les deux
merge-apart = Ce sont deux organisations différentes
ask-call-request = Un appel au sujet de quelle demande ?
call-with = { $name } :{" "}
why-no-organisation = Aucune organisation n’est sélectionnée. Appuyez sur Échap pour la liste.
why-no-contact = Aucun contact n’est sélectionné. Choisissez-en un sur la fiche.
why-no-other-contact = Aucun autre contact avec qui fusionner.
why-organisation-open = La fiche est déjà ouverte.
why-in-list-only = Vous êtes dans la liste. Appuyez sur Entrée pour ouvrir la fiche.
why-no-line = Aucune ligne n’est sélectionnée.
why-contact-left = Ce contact est déjà parti.
why-contact-there = Ce contact n’est pas parti.
why-loading-page = La fiche se charge. Réessayez dans un instant.
