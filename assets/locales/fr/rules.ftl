# Ce que disent les règles : refus, actions faites, changements, et les noms de leurs valeurs.

refusal-not-permitted = Vos rôles ne permettent pas de { $permission } : demandez à un administrateur de les compléter
refusal-nobody-known = Votre nom n’est pas connu ici, ou votre accès est fermé : voyez avec un administrateur
refusal-already-set-up = Une organisation existe déjà ici : ouvrez-la avec « entremise », ou choisissez un autre dossier avec --data
refusal-not-set-up = Rien n’est encore installé ici : « entremise » pose trois questions et s’en charge
refusal-no-such-request = { $request } n’existe pas : vérifiez le numéro, ou cherchez avec F
refusal-no-such-person = Cette personne ne convient pas : choisissez quelqu’un qui a accès, avec le rôle voulu
refusal-no-such-thing = Cet élément n’existe plus : quelqu’un l’a peut-être retiré ; choisissez à nouveau
refusal-already-so = Déjà fait
refusal-is-closed = { $request } est clôturée : rouvrez-la avec X, ou écrivez une note avec N
refusal-is-merged = Cette demande fait partie de { $request } : allez-y avec O et travaillez sur celle-là
refusal-is-void = { $request } a été annulée : la personne qui l’a annulée peut la rétablir avec Ctrl-r
refusal-is-open = { $request } n’est pas clôturée : rien à rouvrir
refusal-is-awake = { $request } n’est pas en veille : s la met en veille
refusal-stale = Quelqu’un a modifié { $request } entre-temps : relisez-la, puis recommencez
refusal-moved = { $by } a modifié { $what }, { $at }. Relisez, puis envoyez ; votre saisie est conservée.
refusal-moved-by-us = Notre équipe a modifié { $what }, { $at }. Relisez, puis envoyez ; votre saisie est conservée.
refusal-not-read = Cet envoi écraserait { $what } sans relecture. Rouvrez, puis envoyez ; votre saisie est conservée.
refusal-record-lost = { $what } n’est plus ici : des enregistrements de ces données sont perdus. Restaurez une sauvegarde, ou recommencez la saisie.
refusal-in-the-past = C’est dans le passé : indiquez un moment à venir
refusal-text-missing = Il faut quelques mots ici
refusal-files-full = Les fichiers de vos propositions occupent { $used } Mio sur { $room } Mio, fichiers : { $files } sur { $most }. Joignez un fichier plus petit ou donnez un lien dans votre texte
refusal-too-long = C’est trop : { $most } au plus
refusal-reason-missing = Il faut un motif : dites pourquoi en quelques mots
refusal-not-listed = « { $entry } » ne peut plus être choisi ({ $list }) : choisissez une autre entrée
entry-unlisted = n° { $number }, absent de nos listes
refusal-no-route = La grille d’orientation ne propose personne : indiquez le type avec e, ou attribuez avec a
refusal-too-few-parts = Il faut au moins deux parties : Ctrl-n en ajoute une
refusal-merge-with-itself = Une demande ne se fusionne pas avec elle-même : choisissez-en une autre
refusal-role-missing = Il faut un rôle : choisissez-en au moins un
refusal-last-administrator = Il faut un administrateur : nommez-en d’abord un autre
refusal-nothing-to-undo = Vous n’avez rien à annuler
refusal-nothing-to-redo = Vous n’avez rien à rétablir
refusal-changed-since = { $request } a été modifiée depuis, et annuler effacerait ce changement : corrigez-la à la main
refusal-not-yours = Cela appartient à { $owner } : demandez-lui de le changer ; pour une vue, enregistrez la vôtre avec f
refusal-may-not-enter = Son accès est fermé : rouvrez-le d’abord
refusal-address-wrong = « { $text } » n’est pas une adresse e-mail, comme paul@client.example
refusal-address-taken = { $name } a déjà cette adresse e-mail ; une adresse, un contact
refusal-domain-wrong = « { $text } » n’est pas un domaine e-mail, comme client.example
refusal-domain-of-all = N’importe qui peut avoir une adresse chez { $text } : cela n’identifie pas un client
refusal-phone-wrong = « { $text } » n’a aucun chiffre : saisissez un numéro, ou laissez vide
refusal-vat-wrong = « { $text } » n’est pas un numéro de TVA, comme FR12345678901
refusal-parent-circle = { $name } dépend déjà de ce client : choisissez un autre rattachement
refusal-parent-too-deep = { $most } niveaux de rattachement au plus : choisissez plus haut
refusal-main-contact-elsewhere = { $name } travaille pour un autre client : choisissez quelqu’un de celui-ci
refusal-merge-itself = C’est déjà la même fiche : choisissez-en une autre
refusal-merged-already = Cette fiche a été fusionnée dans { $into } : utilisez celle-là
refusal-merged-on = { $into } la représente depuis une autre fusion : annulez d’abord celle-ci
refusal-too-many-lines = { $most } au plus : retirez-en
refusal-key-taken = Cette clé appartient, ou a appartenu, à quelqu’un : créez-en une autre avec ssh-keygen -t ed25519
refusal-key-unreadable = Ce n’est pas la ligne d’une clé publique : collez le contenu de id_ed25519.pub
refusal-too-many-keys = Une personne a { $most } clés au plus : révoquez-en une qui ne sert plus
refusal-too-many-invitations = Une personne a { $most } invitations ouvertes au plus : retirez-en une d’abord
refusal-too-far-ahead = C’est trop loin : { $days } jours au plus
refusal-no-such-invitation = Ce code n’est pas valable : demandez-en un autre à un administrateur
refusal-already-known = Ce message est déjà là : voyez { $request }
refusal-stood-on-posting = { $opportunity } en dépend et les animateurs la lisent : clôturez-la d’abord (x sur sa fiche)
refusal-stood-on-selection = La sélection de { $proposal } pour { $opportunity } en dépend : rouvrez-la (X sur la fiche), puis clôturez l’opportunité
refusal-stood-on-mission = La mission { $opportunity } en dépend : clôturez-la d’abord (x sur sa fiche)
refusal-stood-on-delivery = La mission { $opportunity } est livrée : ce dont elle dépendait ne se modifie plus
refusal-stood-on-session = La séance de { $opportunity } du { $at } en dépend : replanifiez-la d’abord (d sur sa fiche)
refusal-stood-on-quotation = { $quotation } en dépend : abandonnez-le d’abord (x dans Bureau), ou laissez tel quel
refusal-stood-on-desk = { $quotation } a avancé depuis : faites-le d’abord renvoyer (B dans Bureau)
refusal-stood-on-version = La version { $version } de { $quotation } en dépend : annulez-la d’abord
refusal-stood-on-assignment = { $request } a été attribuée d’après cela : attribuez-la d’abord autrement (a)
refusal-stood-on-merge = { $request } a été fusionnée depuis : annulez d’abord cette fusion
refusal-stood-on-work = { $request } a été traitée depuis, ou un message y est arrivé : clôturez-la plutôt (x)
refusal-turn-follows = La prochaine action suit { $of } : faites-la avancer là.

# Après « vos rôles ne permettent pas de … ».
permission-read-inbox = lire les demandes
permission-work-requests = traiter les demandes
permission-bring-in-requests = importer ou saisir des demandes
permission-own-views = enregistrer vos propres vues
permission-share-views = partager des vues
permission-edit-routing = modifier la grille d’orientation
permission-manage-people = gérer les personnes, les rôles et les clés
permission-manage-house = changer les réglages

role-relation_officer = relation clients
role-pricing_officer = tarification
role-back_office_assistant = assistance BO
role-follow_up_officer = suivi projet
role-mediator = médiation
role-treasurer = trésorerie
role-manager = direction
role-administrator = administration
role-facilitator = animation
role-client_contact = contact client
role-providers_desk = pôle prestataires
role-help-relation_officer = demandes, devis
role-help-pricing_officer = chiffre les devis
role-help-back_office_assistant = projets, attestations
role-help-follow_up_officer = valide, suit les projets
role-help-mediator = lecture seule
role-help-treasurer = crédits
role-help-manager = tout sauf réglages
role-help-administrator = personnes et réglages
role-help-facilitator = propose, anime
role-help-client_contact = décide pour un client
role-help-providers_desk = crédits, pas de suivi

group-subcontracting = Sous-traitance
group-introduction = Apport d’affaires
group-open = Laisser ouvert

# Pourquoi un groupe est proposé.
reason-relation = relation conservée jusqu’au { $until }
reason-deal-runs = une affaire en sous-traitance est en cours avec ce client ({ $request })
reason-handled = déjà traité en sous-traitance ({ $request })
reason-home = client dans notre pays
reason-known = client déjà connu de l’équipe
reason-branch = filiale de { $parent }, connu de l’équipe
reason-abroad = à l’étranger ({ $country }) et sans contact préalable
reason-unknown = pays inconnu

kind-r1-quotation = Cotation R1
kind-partnership-set-up = Mise en place partenariat
kind-agency-logins = Log agences
kind-added-products = Ajout de produits
kind-statistics = Demande de stats
kind-providers = Bureau des prestataires
kind-meeting-material = Support RDV
kind-training-material = Support formation
kind-agency-information = Infos agences
kind-workshop = Atelier

stage-new = pas encore appelé
stage-attempted = appelé, pas joint
stage-in-touch = en contact
stage-validated = validée

status-open = ouverte
status-snoozed = en veille jusqu’au { $until }
status-closed = clôturée, { $at } : { $why }
status-merged = fusionnée dans { $into }
status-void = annulée

close-concluded = affaire conclue
close-answered = réponse donnée
close-silent = sans réponse
close-elsewhere = a choisi un autre prestataire
close-not-serious = pas sérieuse
close-duplicate = doublon
close-spam = pas une demande
close-other = autre motif

finding-subject = objet
finding-several = plusieurs demandes en une
finding-no-deadline = pas d’échéance
finding-doubtful-date = échéance douteuse
finding-copies = trop de copies

outcome-called = Appelé, message laissé
outcome-no_answer = Appelé, pas de réponse
outcome-spoke = Client joint au téléphone

source-mail = par e-mail
source-csv = par fichier CSV
source-json = par fichier JSON
source-form = saisie à la main
source-split = issue d’une scission

# Qui a fait quelque chose.
who-house = Entremise
who-behalf = { $who } pour { $behalf }
who-you = vous
who-nobody = personne

# Ce qui vient d’être fait. $r est « R-7 », ou « R-7 +3 » pour plusieurs : des noms, pour que l’accord soit toujours juste.
done-nothing = Rien n’a changé
done-received = Demande enregistrée : { $r }
done-from-provider = Demande enregistrée : { $r }, d’un prestataire, pour leur bureau
done-joined = { $r } : e-mail ajouté
done-assigned = { $r } : attribution à { $who }
done-unassigned = { $r } : attribution retirée
done-watched = { $r } : suivi commencé
done-unwatched = { $r } : suivi arrêté
done-snoozed = { $r } : mise en veille · retour : { $until }
done-woken = { $r } : fin de veille
done-tagged = { $r } : étiquette #{ $tag } posée
done-untagged = { $r } : étiquette #{ $tag } retirée
done-closed = { $r } : clôture, { $why }
done-reopened = { $r } : réouverture
done-noted = { $r } : note ajoutée
done-called = { $r } · { $outcome }
done-validated = { $r } : validation enregistrée
done-grouped = { $r } · groupe : { $group }
done-group-open = { $r } · groupe laissé ouvert
done-subject = { $r } · objet corrigé
done-deadline = { $r } · échéance : { $at }
done-no-deadline = { $r } · échéance retirée
done-kind = { $r } · type changé
done-settled = { $r } · point réglé
done-client-owes = { $r } · au client d’agir
done-house-owes = { $r } · à nous d’agir
done-wish = { $r } · besoin mis à jour
done-organisation = { $r } · client mis à jour
done-contact = Contact mis à jour
done-language = { $r } · langue indiquée
done-merged = { $r } : fusion dans { $into }
done-unmerged = { $r } : séparation de { $into }
done-split = { $r } : scission en { $n }
done-view = Vue enregistrée
done-no-view = Vue retirée
done-house = Réglages enregistrés
done-person-added = Personne ajoutée
done-roles = Rôles modifiés
done-enabled = Accès rouvert
done-disabled = Accès fermé
done-renamed = Nom et e-mail corrigés
done-key-added = Clé ajoutée
done-key-named = Clé nommée
done-key-revoked = Clé révoquée : elle ne donne plus accès
done-invited = Invitation créée
done-withdrawn = Invitation retirée
done-undone = Annulé – { $what }
done-redone = Rétabli – { $what }
done-skipped = { $n ->
    [one] { $n } laissée de côté : { $why }
   *[other] { $n } laissées de côté ; la première : { $why }
}

# Ce qui a changé, dans le fil, après un nom.
change-assigned = attribution à { $who }
change-claimed = se l’est attribuée
change-unassigned = attribution retirée
change-stage = { $stage }
change-group = groupe : { $group }
change-group-open = groupe laissé ouvert
change-woken = fin de veille
change-restored = rétablie
change-reopened = rouverte
change-subject = objet : { $to }
change-deadline = échéance : { $at }
change-no-deadline = échéance retirée
change-kind = type changé
change-organisation = client mis à jour
change-language = langue : { $to }
change-wish = besoin mis à jour
change-tagged = étiquette #{ $tag } posée
change-untagged = étiquette #{ $tag } retirée
change-watched = suivie par { $who }
change-unwatched = n’est plus suivie par { $who }
change-settled = réglé : { $finding }

# Ce qui s’est passé, dans le fil, après un nom.
moment-came = { $how } : { $subject }
moment-note = note
moment-merged = { $from } fusionnée avec { $into }
moment-unmerged = { $from } ne fait plus partie de { $into }
moment-split = { $other } détachée : { $subject }
moment-undone = { $what } (annulation)
moment-redone = { $what } (rétablissement)
moment-retracted = {" "}(annulé)

# À qui d’agir, en toutes lettres.
turn-house = à nous d’agir, échéance { $due }
turn-client = au client d’agir, échéance { $due }

# À qui est la prochaine action.
owing-you = à vous
owing-colleague = à { $who }
owing-us = à nous
owing-desk = à nous ({ $who })
owing-client = au client
owing-proposers = aux animateurs de proposer
owing-winner = à { $who } de confirmer les conditions
owing-coordinator = à { $who }, qui coordonne
owing-nobody = à personne

# À qui d’agir, dans la liste : 12 colonnes au plus.
turn-you = à vous
turn-colleague = collègue
turn-unassigned = à prendre
turn-client-short = au client
turn-proposers = animateurs
turn-desk-relation_officer = relation
turn-desk-pricing_officer = tarification
turn-desk-back_office_assistant = assistance
turn-nobody = personne
turn-asleep = en veille
turn-closed = clôturée
turn-merged = fusionnée
turn-void = annulée

# Une date qui ne se lit pas.
when-empty = Pas encore de date : écrivez { $one } ou { $two }
when-too-long = C’est trop long pour une date : écrivez { $one } ou { $two }
when-not-understood = « { $piece } » n’est pas une date ici : écrivez { $one } ou { $two }
when-no-such-date = « { $piece } » n’existe pas : écrivez un jour qui existe, comme { $two }
when-no-such-time = L’heure « { $piece } » n’existe pas : écrivez-en une qui existe, comme { $one }
when-two-dates = « { $piece } » est une seconde date : écrivez-en une seule, comme { $two }
when-two-times = « { $piece } » est une seconde heure : écrivez-en une seule, comme { $one }
when-weekday-disagrees = « { $piece } » tombe un autre jour : écrivez la date seule, comme { $two }
when-too-far = « { $piece } » est trop loin : restez entre 1900 et 2199
refusal-already-claimed = { $by } s’en occupe déjà ({ $at }) : voyez avec cette personne, ou attribuez-vous la demande avec a.

# Ce qui s’écrit en entier, comme complément.
thing-house = les réglages
thing-routing = la grille d’orientation
thing-terms = les conditions des opportunités
thing-prices = les tarifs
thing-person = la fiche de { $of }
thing-roles = les rôles de { $of }
thing-preferences = les préférences de { $of }
thing-profile = le profil de { $of }
thing-firm = le profil de { $of }
thing-organisation = la fiche de { $of }
thing-contact = le contact { $of }
thing-request = { $of }
thing-wish = le besoin de { $of }
thing-notice = { $of }
thing-sessions = les séances de { $of }
thing-proposal = { $of }
thing-brief = le brief de { $of }
thing-versions = { $of }
thing-wordings = la rédaction des documents
thing-lists = les listes
thing-readings = les mots pour lire les e-mails

## Les listes de l’organisation

list-work = types de prestation
list-audience = publics
list-level = niveaux
list-compliance = pièces à fournir
list-task = logistique
list-unit = unités
list-close = motifs de clôture
list-subscription = abonnements
list-skill = compétences
list-decline = motifs de refus
list-end = motifs de retrait
list-tag = étiquettes
refusal-list-wrong = La liste « { $list } » n’est pas utilisable : { $what } : { $why }.
refusal-entry-in-use = « { $key } » est en service ({ $list }, { $uses } fois). Retirez-le plutôt : il reste où il est et ne peut plus être choisi.
refusal-kind-in-use = « { $kind } » est le type de { $uses ->
    [one] { $uses } demande
   *[other] { $uses } demandes
}. Retirez-le plutôt : il reste où il est et ne peut plus être choisi.
refusal-kind-retired = « { $kind } » ne peut plus être choisi : choisissez un autre type
refusal-meaning-fixed = Le sens de « { $key } » ne peut pas changer. Retirez-le et ajoutez un motif avec une autre clé.
refusal-pair-fixed = Les langues de « { $key } » ne peuvent pas changer. Retirez-la et ajoutez une compétence avec une autre clé.
refusal-tag-unlisted = « { $tag } » n’est pas dans la liste des étiquettes : choisissez-en une, ou ajoutez-la à la liste
did-lists-changed = Listes mises à jour
