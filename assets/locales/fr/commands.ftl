# L’aide des commandes.

# Ce que l’analyseur écrit lui-même.
help-word-usage = Usage :
help-word-commands = Commandes :
help-word-arguments = Arguments :
help-word-options = Options :
help-word-default = [par défaut :
help-word-env = [variable :
help-word-possible = [valeurs possibles :
help-word-possible-list = Valeurs possibles :
help-word-help-more = Afficher l’aide (plus complète avec « --help »)
help-word-help-less = Afficher l’aide (résumée avec « -h »)
help-word-help-this = Afficher cette aide, ou celle d’une commande
help-word-help = Afficher l’aide
help-word-version = Afficher la version

# De toutes les commandes.
help-entremise = Le poste de travail d’une organisation qui met en relation des clients et des professionnels. Sans commande, il s’ouvre dans ce terminal.
help-line = Les commandes en texte ; avec un terminal et sans commande, le poste de travail s’ouvre.
help-line-lang = La langue : en ou fr [par défaut : la vôtre, sinon celle de votre environnement]
help-entremise-data = Le dossier des données [par défaut : celui de l’utilisateur, p. ex. ~/.local/share/entremise]
help-entremise-sample = Ouvrir l’exemple, jamais mêlé aux données réelles
help-entremise-lang = La langue : en ou fr [par défaut : la vôtre, sinon celle de l’environnement]
help-entremise-theme = Le thème : dark, light, contrast ou plain [par défaut : le vôtre, sinon celui du terminal]
help-entremise-ascii = Afficher en ASCII seul, pour un système ou une console qui n’affiche rien d’autre
help-entremise-as = Votre nom ou votre P-numéro, si cet ordinateur ne vous connaît pas encore

# Les options de plusieurs commandes.
help-arg-json = En JSON, un objet par ligne
help-arg-name = Le nom
help-arg-plain = En colonnes séparées par des tabulations, avec des noms fixes et l’heure UTC [par défaut dans un tube]
help-arg-limit = Nombre maximal de lignes
help-arg-request = La demande, comme R-1042
help-arg-get = Écrire le contenu du N-ième fichier sur la sortie standard
help-arg-who = La personne, par nom ou P-numéro
help-arg-fingerprint = L’empreinte de la clé, ou un début qui suffit à la reconnaître
help-arg-quotation = Le devis, comme Q-3
help-arg-reason = Le motif
help-arg-opportunity = L’opportunité, comme O-12
help-arg-proposal = La proposition, comme PR-12
help-arg-why = Le motif

# Ce qui peut être choisi.
help-value-consultation = Donne accès au descriptif, aux fichiers et aux prix
help-value-offer = Permet de proposer
help-value-contact = Révèle le nom, l’e-mail et le téléphone du client
help-value-basic = Le client et le coordinateur règlent tout entre eux
help-value-r0 = Seule la partie financée est réalisée
help-value-facilitator = Anime des séances
help-value-observer = Aide et apprend
help-value-out = Quitte l’équipe
help-value-unsaid = Retirer l’avis
help-value-interesting = Intéressante
help-value-not-interesting = Pas intéressante

# Ce qui est à remplir.
help-place-DIR = DOSSIER
help-place-LANG = LANGUE
help-place-THEME = THÈME
help-place-NAME = NOM
help-place-HOUSE = ORGANISATION
help-place-COUNTRY = PAYS
help-place-DOMAIN = DOMAINE
help-place-WORDS = MOTS
help-place-R-NUMBER = R-NUMÉRO
help-place-FILE = FICHIER
help-place-EMAIL = E-MAIL
help-place-ROLE = RÔLE
help-place-WHO = QUI
help-place-KEY = CLÉ
help-place-FINGERPRINT = EMPREINTE
help-place-TIME = DURÉE
help-place-I-NUMBER = I-NUMÉRO
help-place-Q-NUMBER = Q-NUMÉRO
help-place-O-NUMBER = O-NUMÉRO
help-place-PR-NUMBER = PR-NUMÉRO
help-place-DESK = ÉTAPE
help-place-REASON = MOTIF
help-place-TAG = ÉTIQUETTE
help-place-OF = NUMÉRO
help-place-KIND = TYPE
help-place-PRICE = PRIX
help-place-AVAILABLE = DISPONIBILITÉ
help-place-TEXT = TEXTE
help-place-TITLE = TITRE
help-place-SKILL = COMPÉTENCE
help-place-KEYN = CLÉ=N
help-place-MARKET = PAYS
help-place-BRAND = MARQUE
help-place-WORK = PRESTATION
help-place-PLACE = LIEU
help-place-AMOUNT = MONTANT
help-place-FORMULA = FORMULE
help-place-WHY = MOTIF
help-place-PERSON = PERSONNE
help-place-AT = QUAND
help-place-TASK = POINT
help-place-SESSION = SÉANCE
help-place-CAME = PRÉSENTS
help-place-NOTE = NOTE
help-place-VERDICT = AVIS
help-place-ADVICE = CONSEIL
help-place-COUNT = NOMBRE
help-place-ADDRESSPORT = ADRESSE:PORT
help-place-HOSTPORT = HÔTE[:PORT]
help-place-SECONDS = SECONDES
help-place-C-NUMBER = N°-C
help-place-K-NUMBER = N°-K
help-place-DAY = JOUR
help-place-YES = OUI
help-place-CITY = VILLE
help-place-COMMAND = COMMANDE

help-whoami = Afficher votre identité et vos droits
help-whoami-json = En JSON
help-help = Lister les commandes qui vous sont ouvertes, ou en expliquer une
help-help-words = La commande à expliquer

help-setup = Créer votre organisation dans un dossier vide, sans questions
help-setup-name = Votre nom
help-setup-house = Le nom de votre organisation
help-setup-country = Son pays, par code ou par nom
help-setup-lists = Les listes de départ : workshops, translators, insurance ou empty [par défaut : workshops]
help-setup-domains = Un domaine d’e-mail de votre organisation, pour distinguer collègues et clients ; peut être répété

help-inbox = Lister les demandes
help-inbox-words = Filtre des lignes à lister [par défaut : is:open]

help-show = Afficher une demande en entier
help-show-json = En JSON
help-show-plain = En texte [par défaut]

help-history = Afficher l’historique complet d’une demande
help-history-page = Numéro de page : 1 pour les 400 derniers enregistrements, 2 pour les précédents

help-files = Lister les fichiers arrivés avec une demande, en écrire un, ou les enregistrer
help-files-to = Enregistrer les fichiers dans ce dossier ; rien n’est remplacé

help-import = Importer des e-mails et des fichiers : .eml, mbox, Maildir, CSV, JSON ; - lit l’entrée standard
help-import-files = Fichiers ou dossiers ; - pour l’entrée standard (par exemple depuis un serveur de messagerie)
help-import-quiet = Sans barre de progression

help-directory = Lister les clients, trouver les doublons, importer et exporter
help-directory-list = Lister les clients, chaque filiale sous le client dont elle dépend
help-directory-list-words = Mots du nom du client, de sa ville ou d’un de ses interlocuteurs [par défaut : tous les clients]
help-directory-doubles = Lister les fiches qui sont peut-être les mêmes
help-directory-import = Compter les clients et interlocuteurs d’un fichier CSV ou vCard, ou les importer
help-directory-import-file = Un fichier CSV avec les noms des colonnes en tête, ou des vCards ; - lit l’entrée standard
help-directory-import-apply = Importer ce qui est nouveau [par défaut : seulement compter]
help-directory-import-rejected = Écrire ce qui n’est pas importé dans ce nouveau fichier, avec les motifs ; - l’affiche
help-directory-export = Afficher les clients et leurs interlocuteurs en CSV ou en vCards, pour un fichier ou un tube
help-directory-export-form = La forme : csv, vcard (3.0, lue par les téléphones) ou vcard4 (4.0) [par défaut : csv]
help-organisation = Afficher un client, en ajouter un, en modifier un
help-organisation-show = Afficher un client, ses interlocuteurs et tous les échanges
help-organisation-show-organisation = Le client, comme C-5
help-organisation-show-json = Afficher du JSON
help-organisation-add = Ajouter un client
help-organisation-add-name = Son nom
help-organisation-edit = Corriger la fiche d’un client
help-organisation-edit-organisation = Le client, comme C-5
help-organisation-edit-name = Le nouveau nom
help-organisation-add-country = Le pays, par son code ou son nom
help-organisation-add-city = La ville
help-organisation-add-address = Rue, numéro et code postal
help-organisation-add-phone = Le numéro du standard
help-organisation-add-vat = Le numéro de TVA
help-organisation-add-segment = Le type d’organisation
help-organisation-add-domain = Un domaine e-mail de ses membres ; peut être répété
help-organisation-add-language = La langue dans laquelle on lui écrit, comme fr
help-organisation-add-note = Une note
help-organisation-add-parent = Le client dont il est une filiale, comme C-5
help-organisation-add-no_parent = Il n’est la filiale d’aucun autre client
help-organisation-add-main = La personne à demander d’abord, comme K-7
help-organisation-add-known = Si l’équipe était déjà en contact : true ou false
help-organisation-edit-country = Le pays, par son code ou son nom
help-organisation-edit-city = La ville
help-organisation-edit-address = Rue, numéro et code postal
help-organisation-edit-phone = Le numéro du standard
help-organisation-edit-vat = Le numéro de TVA
help-organisation-edit-segment = Le type d’organisation
help-organisation-edit-domain = Un domaine e-mail de ses membres ; peut être répété
help-organisation-edit-language = La langue dans laquelle on lui écrit, comme fr
help-organisation-edit-note = Une note
help-organisation-edit-parent = Le client dont il est une filiale, comme C-5
help-organisation-edit-no_parent = Il n’est la filiale d’aucun autre client
help-organisation-edit-main = La personne à demander d’abord, comme K-7
help-organisation-edit-known = Si l’équipe était déjà en contact : true ou false
help-organisation-relation = Indiquer jusqu’à quand la relation avec un client est conservée
help-organisation-relation-organisation = Le client, comme C-5
help-organisation-relation-until = Le dernier jour, comme 2026-12-31 [par défaut : elle n’est pas conservée]
help-organisation-merge = Fusionner un client dans un autre ; la fiche de celui-ci reste, complétée par la première
help-organisation-merge-from = Le client à fusionner, comme C-6
help-organisation-merge-into = Le client qui reste, comme C-5
help-organisation-apart = Indiquer que deux clients semblables sont différents
help-organisation-apart-one = Le premier, comme C-5
help-organisation-apart-other = Le second, comme C-6
help-contact = Ajouter ou modifier l’interlocuteur d’un client
help-contact-add = Ajouter un interlocuteur à un client
help-contact-add-organisation = Le client, comme C-5
help-contact-add-name = Son nom
help-contact-edit = Corriger la fiche d’un interlocuteur
help-contact-edit-contact = L’interlocuteur, comme K-7
help-contact-edit-name = Le nouveau nom
help-contact-add-email = L’adresse e-mail
help-contact-add-also = Une autre adresse e-mail ; peut être répété
help-contact-add-phone = Le numéro de téléphone
help-contact-add-role = Sa fonction
help-contact-add-language = La langue dans laquelle on lui écrit, comme fr
help-contact-add-note = Une note
help-contact-edit-email = L’adresse e-mail
help-contact-edit-also = Une autre adresse e-mail ; peut être répété
help-contact-edit-phone = Le numéro de téléphone
help-contact-edit-role = Sa fonction
help-contact-edit-language = La langue dans laquelle on lui écrit, comme fr
help-contact-edit-note = Une note
help-contact-left = Indiquer qu’un interlocuteur a quitté le client
help-contact-left-contact = L’interlocuteur, comme K-7
help-contact-left-back = Il est de retour
help-contact-move = Rattacher un interlocuteur à un autre client ; ses demandes restent où elles sont
help-contact-move-contact = L’interlocuteur, comme K-7
help-contact-move-organisation = Le client, comme C-5
help-contact-merge = Fusionner un interlocuteur dans un autre ; la fiche de celui-ci reste, complétée par la première
help-contact-merge-from = L’interlocuteur à fusionner, comme K-8
help-contact-merge-into = L’interlocuteur qui reste, comme K-7
help-contact-apart = Indiquer que deux interlocuteurs semblables sont différents
help-contact-apart-one = Le premier, comme K-7
help-contact-apart-other = Le second, comme K-8

help-person = Lister les personnes qui ont accès, en ajouter une, en modifier une
help-person-list = Lister les personnes qui ont accès
help-person-add = Ajouter une personne
help-person-add-name = Son nom
help-person-add-email = Son adresse e-mail
help-person-add-role = Son rôle ; peut être répété
help-person-edit = Corriger le nom ou l’adresse e-mail d’une personne
help-person-edit-name = Le nouveau nom
help-person-edit-email = La nouvelle adresse e-mail
help-person-roles = Remplacer les rôles d’une personne par ceux-ci
help-person-roles-role = Son nouveau rôle ; peut être répété
help-person-disable = Fermer l’accès d’une personne ; ses sessions ouvertes s’arrêtent
help-person-enable = Rouvrir l’accès d’une personne

help-key = Lister les clés qui donnent accès par SSH, en ajouter, en renommer ou en révoquer une
help-key-list = Lister les clés qui donnent accès
help-key-list-who = La personne, par nom ou P-numéro [par défaut : toutes, ou vous]
help-key-add = Ajouter une clé publique, telle qu’elle est dans un fichier .pub
help-key-add-key = La ligne du fichier .pub, le fichier, ou - pour l’entrée standard
help-key-add-name = Un nom pour la reconnaître [par défaut : le commentaire de la clé]
help-key-name = Renommer une clé
help-key-name-name = Le nouveau nom
help-key-revoke = Révoquer une clé aussitôt ; ses sessions ouvertes s’arrêtent

help-invite = Inviter une personne par un code à usage unique qui lie sa clé à la première connexion
help-invite-valid = Durée de validité du code : 2h, 3d
help-invite-list = Lister les invitations en cours
help-invite-withdraw = Retirer une invitation en cours

help-quotations = Lister les devis

help-quotation = Afficher un devis, ou le document que reçoit le client
help-quotation-json = En JSON
help-quotation-text = Afficher le document que reçoit le client, en texte
help-quotation-pdf = Écrire le document que reçoit le client, en PDF, sur la sortie standard
help-quotation-version = La version à afficher [par défaut : celle qu’a reçue le client, sinon la dernière]

help-quote = Commencer le devis d’une demande
help-brief = Afficher le brief d’un devis, ou le fixer par des options ou un fichier
help-brief-set = Le brief comme `brief` l’affiche, modifié ; - lit l’entrée standard
help-brief-work = Le type de prestation, par sa clé dans `lists`, comme workshop
help-brief-audience = Le public, par sa clé dans `lists`, comme company
help-brief-market = Le marché, par pays : ses tarifs et sa TVA s’appliquent, comme FR
help-brief-brand = La marque, par sa clé dans `prices`
help-brief-language = La langue de l’offre, comme fr
help-brief-participants = Le nombre de participants
help-brief-sessions = Le nombre de séances
help-brief-dates = Les dates telles que le client les a données
help-brief-place = La ville ou le lieu
help-brief-online = En ligne plutôt que sur place
help-brief-deadline = La date limite pour l’offre, écrite comme on veut
help-brief-asked = Ce qui est demandé, en quelques mots

help-lines = Afficher les lignes d’un devis, ou en écrire une nouvelle version par des options ou un fichier
help-lines-set = Des lignes comme `lines` les affiche, modifiées ; - lit l’entrée standard
help-lines-products = Un produit du tarif et sa quantité, comme workshop=2 ; peut être répété
help-lines-note = Une remarque sur les prix, pour le client
help-lines-until = Le dernier jour de validité, comme 2026-06-01

help-project = Écrire le texte du projet d’un devis : avec --text, ou par l’entrée standard
help-project-text = Le texte [par défaut : l’entrée standard]
help-project-conditions = Les conditions de vente [par défaut : celles de la dernière version]

help-quotation-step = Transmettre ou renvoyer un devis, une étape à la fois
help-quotation-step-r1 = Transmettre le R1 complet à la tarification
help-quotation-step-prices = Transmettre les prix à l’assistant
help-quotation-step-project = Transmettre le projet assemblé au chargé de relation
help-quotation-step-send = Envoyer la dernière version au client
help-quotation-step-r2 = Commencer le second tour
help-quotation-step-r2-afresh = Repasser par la tarification et l’assistant
help-quotation-step-r2-words = Ce qui doit changer, ou ce qui a été dit
help-quotation-step-return = Renvoyer le devis à un collègue
help-quotation-step-return-to = L’étape où il retourne
help-quotation-step-accept = Noter que le client accepte
help-quotation-step-accept-words = Ce que le client a dit
help-quotation-step-decline = Noter que le client décline
help-quotation-step-drop = Abandonner le devis
help-quotation-step-extend = Prolonger la validité de ce qui a été envoyé
help-quotation-step-extend-until = Le dernier jour de validité, comme 2026-06-01
help-quotation-step-tag = Poser ou retirer une étiquette
help-quotation-step-tag-tag = L’étiquette
help-quotation-step-tag-off = Retirer l’étiquette

help-recap = Lister les cotations R1 depuis un jour, par chargé de relation ; ** marque celles qui sont signées
help-recap-since = Le premier jour, comme 2026-06-01 [par défaut : le premier jour de l’année]

help-lists = Afficher les listes de votre organisation, ou les fixer d’après un fichier
help-lists-file = Des listes comme `lists` les affiche, modifiées ; - lit l’entrée standard
help-lists-only = N’afficher que cette liste, comme work ; peut être répété
help-lists-check = Dire ce que le fichier changerait, sans rien changer

help-prices = Afficher les tarifs, ou les remplacer par un fichier
help-prices-file = Des tarifs comme `prices` les affiche, modifiés ; - lit l’entrée standard

help-routing = Afficher la grille d’orientation, ou la remplacer par un fichier
help-routing-file = Une grille comme `routing` l’affiche, modifiée ; - lit l’entrée standard

help-board = Lister les opportunités
help-board-words = Filtre des lignes à lister : mine, all, group:sub, country:FR, lang:fr
help-board-eligible = Seulement celles où vous pouvez proposer

help-opportunity = Afficher d’une opportunité ce que vos droits permettent
help-opportunity-json = En JSON

help-stats = Afficher les chiffres des opportunités : projets devenus missions, concurrence, part gagnée
help-stats-own = Vos chiffres, au lieu de ceux de l’organisation
help-stats-json = En JSON

help-credits = Afficher les crédits : ce qui reste, et chaque écriture
help-credits-who = La personne, par nom ou P-numéro [par défaut : vous]

help-step = Valider une étape qui coûte un crédit ; sans --yes, afficher seulement son prix
help-step-kind = L’étape
help-step-reason = Le motif pour contacter le client avant la fin du délai
help-step-yes = Valider l’étape ; sans cette option, seul le prix s’affiche

help-propose = Proposer pour une opportunité ; le texte vient de l’entrée standard, ou de --text
help-propose-price = Le prix hors taxes, écrit comme d’habitude ; en sous-traitance, celui de l’organisation
help-propose-available = Quand vous êtes disponible
help-propose-text = Le texte [par défaut : l’entrée standard ; si elle est vide, le texte reste tel quel]
help-propose-keep_text = Garder le texte tel quel : sans autre option, envoyer votre brouillon
help-propose-draft = Garder la proposition en brouillon, visible de vous seul ; ce que vous avez envoyé reste jusqu’au prochain envoi

help-attach = Ajouter un fichier à votre proposition, de cette machine ou de l’entrée standard
help-attach-file = Le fichier ; - pour l’entrée standard
help-attach-name = Le nom du fichier [par défaut : le sien]

help-attached = Lister les fichiers d’une opportunité ou d’une proposition, en écrire un, ou en retirer un
help-attached-of = L’opportunité ou la proposition, comme O-12 ou PR-12
help-attached-remove = Retirer le N-ième fichier de votre proposition

help-withdraw = Retirer votre proposition ; avec --draft, ne supprimer que son brouillon
help-withdraw-reason = Le motif, avec vos mots
help-withdraw-because = Un motif de la liste, par sa clé dans `lists`, comme dates
help-withdraw-draft = Supprimer seulement le brouillon ; ce que vous avez envoyé reste

help-confirm = Confirmer les conditions quand votre proposition est retenue, ou qu’une mission vous est proposée ; une commission à votre charge est d’abord affichée, et demande --consent
help-confirm-consent = Accepter de payer la commission, là où elle vous est demandée

help-decline = Décliner les conditions : votre proposition est retenue, ou vous êtes le client
help-decline-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »
help-decline-reason = Le motif, avec vos mots
help-decline-because = Un motif de la liste, par sa clé dans `lists`, comme dates

help-post = Publier une demande : ce qu’elle contient est repris, les options complètent ; le descriptif vient de l’entrée standard, ou de --text
help-post-title = Le titre, en une ligne, sans le nom du client [par défaut : l’objet sans ce qui vient du client]
help-post-work = Le type de prestation, par sa clé dans `lists`, comme workshop
help-post-audience = Le public, par sa clé dans `lists`, comme company
help-post-skills = Une compétence demandée, par sa clé dans `lists` ou ses langues, comme fr>nl ; peut être répété
help-post-language = La langue de travail, comme fr
help-post-country = Le pays, comme FR
help-post-place = La ville ou la salle
help-post-online = En ligne plutôt que sur place
help-post-dates = Les dates telles que le client les donne
help-post-participants = Le nombre de participants
help-post-sessions = Le nombre de séances commandées
help-post-until = La date limite des propositions, écrite comme d’habitude
help-post-amount = En sous-traitance, la rémunération de l’animation ; sinon, le budget du client
help-post-formula = La formule prévue d’un apport d’affaires [par défaut : au choix du client]
help-post-provider_pays = Le motif pour lequel le prestataire paie la commission [par défaut : le client la paie]
help-post-urgent = Demande urgente : contact direct possible aussitôt
help-post-text = Le descriptif [par défaut : l’entrée standard]
help-post-preview = Afficher ce que verrait un animateur, sans rien publier

help-end = Clôturer une opportunité sans mission
help-end-why = Le motif, par sa clé dans `lists`, comme silent
help-end-refund = Rendre les crédits utilisés

help-mission = Mener une mission : équipe, séances, logistique, présents, livraison
help-mission-team = Ajouter une personne à l’équipe, ou l’en retirer
help-mission-team-opportunity = La mission, comme O-12
help-mission-team-person = La personne, par nom ou P-numéro
help-mission-team-role = Son rôle dans l’équipe
help-mission-plan = Planifier une séance de plus
help-mission-plan-opportunity = La mission, comme O-12
help-mission-plan-at = Le début, une date écrite comme d’habitude
help-mission-plan-place = Le lieu, ou le lien
help-mission-plan-by = La personne qui l’anime, par nom ou P-numéro [par défaut : le coordinateur]
help-mission-tick = Cocher un point de la logistique
help-mission-tick-opportunity = La mission, comme O-12
help-mission-tick-task = Le point, par sa clé dans `lists`, comme room
help-mission-tick-undone = Décocher le point
help-mission-attend = Noter combien de personnes étaient présentes à une séance
help-mission-attend-opportunity = La mission, comme O-12
help-mission-attend-session = La séance ; la première est 1
help-mission-attend-came = Le nombre de présents
help-mission-charge = Désigner un contact du client comme responsable d’une mission, ou le retirer
help-mission-charge-opportunity = La mission, comme O-12
help-mission-charge-contact = Le contact, par nom, adresse e-mail ou K-numéro
help-mission-charge-out = N’est plus responsable
help-mission-charge-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »
help-mission-replace = Proposer une mission à un autre coordinateur ; l’actuel est déchargé aussitôt
help-mission-replace-opportunity = La mission, comme O-12
help-mission-replace-person = La personne, par nom ou P-numéro
help-mission-replace-reason = Le motif
help-mission-replace-price = Un autre prix, en sous-traitance [par défaut : le prix actuel]
help-introduction = Afficher le message qui présente coordinateur et client l’un à l’autre, dans la langue du client
help-introduction-opportunity = La mission, comme O-12
help-mission-deliver = Livrer la mission
help-mission-deliver-opportunity = La mission, comme O-12
help-mission-deliver-note = Un mot sur le déroulement

help-judge = Noter l’avis du client sur une proposition
help-judge-because = Si elle n’est pas intéressante, un motif de la liste, par sa clé dans `lists`, comme price
help-judge-verdict = L’avis du client

help-formula = Choisir la formule d’un apport d’affaires, tant que les conditions ne sont pas confirmées
help-formula-opportunity = L’opportunité, comme O-12
help-formula-formula = La formule
help-formula-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »
help-agreement = Afficher les conditions quand un prestataire est retenu, ou modifier ce qui est livré
help-agreement-item = Une partie de ce qui est livré, comme « Le rapport | en mai | 300 » ; peut être répété
help-agreement-file = Un fichier, une partie par ligne ; - lit l’entrée standard
help-agreement-whole = Le prix entier à la livraison, en une partie
help-agreement-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »
help-agreement-json = En JSON
help-agree = Accepter les conditions, en tant que client ; elles sont d’abord affichées
help-agree-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »
help-select = Retenir une proposition
help-select-advice = Le conseil aux autres pour la prochaine fois [par défaut : le conseil habituel]
help-select-formula = La formule choisie par le client, en apport d’affaires
help-select-said = Au nom du client : comment il l’a dit, comme « au téléphone, mardi »

help-advise = Envoyer votre propre conseil à ceux qui ne sont pas retenus ; une fois par sélection
help-advise-text = Le conseil [par défaut : l’entrée standard]

help-grant = Accorder des crédits à un animateur
help-grant-who = L’animateur, par nom ou P-numéro ; une société par son numéro, par exemple F-3
help-grant-kind = Le type de crédit
help-grant-count = Le nombre de crédits

help-profile = Afficher le profil d’un animateur, ou le remplacer par un fichier modifié
help-profile-who = La personne, par nom ou P-numéro [par défaut : vous]
help-profile-set = Le profil modifié ; - lit l’entrée standard

help-wording = Afficher la rédaction des documents dans une langue, ou la fixer depuis un fichier
help-wording-language = La langue, par son nom ou son code, comme nl ; sans elle, la liste des langues
help-wording-file = Une rédaction telle que `wording` l’affiche, modifiée ; - lit ce qui est redirigé
help-reading = Afficher les mots qui servent à lire les e-mails dans une langue, ou les fixer depuis un fichier
help-reading-language = La langue, par son nom ou son code, comme nl ; sans elle, la liste des langues
help-reading-file = Des mots comme `reading` les affiche, modifiés ; - lit ce qui est redirigé
help-reading-check = Dire ce que le fichier changerait, sans rien changer

help-settings = Afficher les réglages, les vérifier, les modifier, voir qui l’a fait
help-settings-print = Afficher les réglages sous forme de fichier à modifier
help-settings-print-section = Une seule rubrique, comme hours ou delays
help-settings-check = Dire ce qui manque et ce que cela empêche, ou vérifier un fichier
help-settings-check-file = Des réglages tels que `settings print` les affiche, modifiés ; - lit ce qui est redirigé
help-settings-set = Modifier un réglage
help-settings-set-key = Le réglage, comme delays.reply
help-settings-set-value = Sa nouvelle valeur ; plusieurs valeurs se séparent par des virgules, les lignes par /
help-settings-set-preview = Dire seulement ce qui en découlerait
help-settings-set-yes = Confirmer une valeur inhabituelle
help-settings-apply = Modifier les réglages que cite un fichier
help-settings-apply-file = Des réglages tels que `settings print` les affiche, modifiés ; - lit ce qui est redirigé
help-settings-apply-preview = Dire seulement ce qui en découlerait
help-settings-apply-yes = Confirmer des valeurs inhabituelles
help-settings-undo = Annuler la dernière modification des réglages
help-settings-history = Voir qui a modifié quoi et quand : réglages, grille d’orientation, tarifs, listes ou une personne
help-settings-history-what = Un réglage ou une rubrique ; routing, prices, lists, ou une personne comme P-12 [par défaut : tous les réglages]
help-settings-history-limit = Combien de modifications, la plus récente d’abord
help-settings-logo = Afficher les logos des documents, en poser un à partir d’un fichier, en retirer un
help-settings-logo-country = Le pays, par son nom ou son code, comme FR ; sans pays : lister les logos
help-settings-logo-file = Un PNG ou un JPEG de 512 Kio et 2 000 × 2 000 pixels au plus ; - lit ce qui arrive par un tube
help-settings-logo-name = Le nom du fichier [par défaut : le sien]
help-settings-logo-print = Afficher l’image telle qu’elle a été donnée, vers un fichier ou un tube
help-settings-logo-remove = Retirer le logo des documents
help-terms = Afficher les conditions des opportunités, ou les remplacer par un fichier
help-terms-file = Les conditions comme `terms` les affiche, modifiées ; - lit l’entrée standard

help-link = Rattacher une personne qui se connecte à un contact de client
help-link-contact = L’adresse e-mail du contact, ou son K-numéro [par défaut : retirer le rattachement]

help-serve = Servir plusieurs personnes à la fois : par SSH, et aux autres terminaux de cette machine
help-serve-listen = L’adresse d’écoute SSH ; avec le port 0, un port libre est choisi et affiché
help-serve-metrics = Répondre à Prometheus à cette adresse, sur /metrics, en HTTP simple
help-serve-public = L’adresse publique de ce serveur, pour les invitations [par défaut : l’adresse d’écoute]
help-serve-most = Nombre total de connexions
help-serve-most_per_address = Nombre de connexions d’une même adresse
help-serve-most_strangers = Nombre total de connexions non identifiées ; 16 au plus par adresse
help-serve-most_per_person = Nombre de sessions ouvertes d’une personne
help-serve-login = Secondes pour se connecter, puis pour ouvrir une session
help-serve-idle = Minutes d’inactivité avant la fin d’une session, annoncée une minute avant. 0 : jamais

help-keys = Afficher la table des touches en Markdown

help-verify = Vérifier chaque enregistrement, empreinte et lien des données, et chaque fichier conservé
help-verify-quick = Ne pas lire les fichiers conservés

help-tidy = Supprimer les fichiers conservés qui ne servent plus
help-host-key = Afficher l’empreinte de la clé du serveur, ou changer cette clé
help-host-key-new = Créer une clé et mettre l’ancienne de côté ; chaque client est averti à sa prochaine connexion
help-host-key-accept = Utiliser la clé du fichier, même si les clients en connaissent une autre

help-recover = Reconstruire des données abîmées depuis le journal de secours

help-firm = Travailler à plusieurs dans une société : invitations, rôles, société pour laquelle vous agissez
help-firm-show = Afficher la société pour laquelle vous agissez, ses membres et leurs rôles
help-firm-invite = Inviter un collègue dans votre société par un code à usage unique, utilisé à la première connexion ou avec : firm join
help-firm-invite-name = Son nom
help-firm-invite-role = Ce qu’il peut faire : sees, proposes, manages, paid ; plusieurs fois possible
help-firm-withdraw = Annuler une invitation en cours dans votre société
help-firm-withdraw-number = Son numéro dans : firm show
help-firm-join = Rejoindre une société avec le code d’une invitation
help-firm-join-code = Le code, par exemple K7QM-2FXR-9TBD-PJZ4
help-firm-roles = Remplacer les rôles d’un collègue dans votre société par ceux-ci
help-firm-roles-who = Le collègue, par nom ou P-numéro
help-firm-roles-role = Ce qu’il peut faire : sees, proposes, manages, paid ; plusieurs fois possible
help-firm-remove = Retirer un collègue de votre société : son travail y reste
help-firm-remove-who = Le collègue, par nom ou P-numéro
help-firm-leave = Quitter la société pour laquelle vous agissez : ses propositions, missions et crédits lui restent
help-firm-name = Nommer votre société, telle que les clients la voient
help-firm-name-name = Le nom ; vide, il est supprimé
help-firm-for = Choisir la société pour laquelle vous agissez
help-firm-for-firm = La société, par exemple F-3
help-firm-show-json = En JSON
help-firm-invite-valid = Durée de validité du code : 2h, 3d
