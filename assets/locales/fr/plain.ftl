# Ce qu’écrivent les commandes en texte : les têtes de leurs listes, les numéros d’autre chose que ce qu’une commande
# attend, les sujets de l’aide, le rapport d’un import.

plain-field = { $label } : { $words }
plain-came-with = [{ $name }, { $size } octets]

# Têtes des colonnes des listes ; d’autres sont parmi les colonnes des écrans.
column-access = Accès
column-added = Ajoutée
column-algorithm = Type
column-at = Quand
column-begins = Début
column-by = Par
column-credits = Crédits
column-due-by = Échéance
column-eligible = Éligible
column-entry = Écriture
column-fingerprint = Empreinte
column-in-charge = En charge
column-invitation = Invitation
column-key-state = État
column-made-by = Faite par
column-of = Pour
column-opportunity = Opportunité
column-own-proposal = Votre proposition
column-participants = Participants
column-person = Personne
column-proposals = Propositions
column-proposals-until = Propositions jusqu’au
column-quotation = Devis
column-r1 = R1 envoyé
column-round = Tour
column-signed = Signé
column-status = Statut
column-step = Étape
column-title = Titre
column-until = Valable jusqu’au
column-why = Motif

# Valeurs dans les colonnes, sur un terminal.
state-active = active
state-open = ouvert
state-disabled = fermé
state-revoked = révoquée
eligible-closed = clôturée
eligible-yes = oui
eligible-no = non

# Les numéros qui disent ce qu’ils désignent.
number-request = une demande
number-quotation = un devis
number-opportunity = une opportunité
number-proposal = une proposition
number-person = une personne
number-contact = un contact
number-invitation = une invitation
number-organisation = une organisation
number-view = une vue enregistrée
number-entry = une écriture des comptes
number-like = { $kind }, comme { $like }
number-like-person = { $kind }, par son nom ou comme { $like }
number-like-contact = { $kind }, par son adresse e-mail ou comme { $like }
number-or = { $one }, ou { $other }
number-other = { $text } est { $kind } ; { $command } attend { $wanted }.
number-none = « { $text } » n’est pas un numéro valable ici ; { $command } attend { $wanted }.

# Les sujets des commandes.
help-topic-requests = Demandes
help-topic-quotations = Devis
help-topic-opportunities = Opportunités
help-topic-proposals = Vos propositions
help-topic-selection = Sélection
help-topic-missions = Missions
help-topic-money = Argent des clients
help-topic-people = Personnes et accès
help-topic-settings = Réglages
help-topic-start = Vous
help-topic-machine = Cette machine
help-topic-more = « help COMMANDE » explique une commande et ses options.

# Le rapport d’un import.
import-piped = entrée standard
import-far = nouvelles : { $new }, déjà connues : { $known }
import-span = { $first } à { $last }
import-report = { $name } – nouvelles : { $new }{ $span } ; déjà connues : { $known } ; ajoutées à une demande : { $joined } ; mises de côté : { $aside }
import-providers = dont venant d’animateurs, pour le bureau des prestataires : { $n } ({ $named })
import-aside = mis de côté : { $at } : { $why }
import-aside-kept = mis de côté : { $at } : { $why } ; son début est dans { $path }
import-more = et { $n } de plus ; voir le dossier set-aside du dossier des données

said-firm-alone = Vous travaillez seul. Pour inviter un collègue : firm invite NOM
said-firm-offer = Invitation { $number } : { $name } · { $roles } · valable jusqu’au { $until }
said-firm-other = Vous travaillez aussi pour { $name } : firm for { $firm }
said-firm-code-until = Donnez ce code à votre collègue seul. Il sert une fois, jusqu’au { $until } : à la première connexion, ou avec firm join pour qui a déjà accès.
said-acting-for = Vous agissez pour { $name } ({ $firm })
said-ask-first = Premier contact : { $who }
said-ask-then = { $opportunity } { $title } : { $who }
said-firm-unmanaged = Aucun gérant de cette société ne peut se connecter. Demandez-nous d’en nommer un parmi vous.
# The directory.
help-topic-directory = Clients et interlocuteurs
column-relation = Relation jusqu’au
column-double = Doublon
field-vat = Numéro de TVA
field-doubles = Doublons possibles
field-merged = Fusionnés ici
field-address = Adresse
field-note = Note
yes = oui
no = non
head-branches = Filiales
head-contacts = Interlocuteurs
head-exchanged = Échanges
head-turnover = Chiffre d’affaires, hors taxe
plain-exchanged-request = demande
plain-exchanged-call = appel
plain-exchanged-quotation = devis
plain-exchanged-accepted = devis accepté
plain-exchanged-posting = publiée
plain-exchanged-mission = mission
contact-left = parti le { $at }
plain-no-columns = aucune colonne ne s’appelle organisation ; colonnes trouvées : { $text }
misread-lang-code = { $text } n’est pas un code de langue comme fr ou en
said-to-import = { $new } nouveaux, { $same } identiques, { $doubt } à vérifier, { $wrong } erronés. Rien n’a changé : ajoutez --apply pour importer
said-imported = { $new } importés, { $same } identiques, { $doubt } à vérifier, { $wrong } erronés
said-wrong-cell = ligne { $line }, colonne { $column } : « { $text } » est illisible
said-wrong-line = ligne { $line } : { $why }
said-doubt-organisation = ligne { $line } : { $name } est peut-être { $of }, avec d’autres informations
said-doubt-contact = ligne { $line } : { $name } est peut-être { $of }, avec d’autres informations
said-doubt-parent = ligne { $line } : { $name } dépend de { $of }, qui est inconnu
said-doubt-its-client = ligne { $line } : { $name } attend que { $of } soit vérifié
said-doubt-twice = ligne { $line } : { $name } figure déjà ligne { $of }
said-wrong-card = fiche { $number }, ligne { $line } : { $why }
said-wrong-outside = ligne { $line } : hors de toute fiche
said-card-broken = sans END:VCARD, ou illisible
said-card-too-large = plus de 1 Mio
said-card-not-text = pas en UTF-8. Enregistrez à nouveau le fichier en UTF-8
said-card-no-organisation = aucune organisation : ajoutez une ligne ORG
said-card-no-name = ni nom, ni adresse e-mail, ni numéro de téléphone
said-card-too-many = trop de fiches : coupez le fichier en plusieurs
said-cards-left-out = { $n ->
    [one] { $n } image, son ou clé n’a pas été repris
   *[other] { $n } images, sons ou clés n’ont pas été repris
}
said-rejected = Ce qui n’a pas été importé se trouve dans { $name }
plain-not-utf8 = { $name }, ligne { $line } : pas en UTF-8. Enregistrez à nouveau le fichier en UTF-8
plain-file-there = { $name } existe déjà : choisissez un autre nom
plain-unwritten = { $name } ne peut pas être écrit
said-more-doubles = Seuls les { $n } premiers sont listés
