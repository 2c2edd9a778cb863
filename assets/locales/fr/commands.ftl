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
help-entremise = Le poste de travail d’une organisation entre des clients et les professionnels qui les servent. Sans commande, il s’ouvre dans ce terminal.
help-line = Les commandes en texte ; avec un terminal et sans commande, le poste de travail s’ouvre.
help-line-lang = La langue : en ou fr [par défaut : la vôtre, sinon celle de votre environnement]
help-entremise-data = Le dossier des données [par défaut : celui de l’utilisateur, p. ex. ~/.local/share/entremise]
help-entremise-sample = Ouvrir l’exemple, jamais mêlé aux données réelles
help-entremise-lang = La langue : en ou fr [par défaut : la vôtre, sinon celle de l’environnement]
help-entremise-theme = Le thème : dark, light, contrast ou plain [par défaut : le vôtre, sinon celui du terminal]
help-entremise-ascii = Dessiner en ASCII simple, comme là où la langue du système ou la console n’a rien d’autre
help-entremise-as = Qui vous êtes, par nom ou P-numéro, quand cet ordinateur ne le sait pas encore

# Les options de plusieurs commandes.
help-arg-json = En JSON
help-arg-name = Le nom
help-arg-plain = En texte [par défaut]
help-arg-limit = Au plus autant de lignes
help-arg-request = La demande, comme R-1042
help-arg-get = Écrire le contenu du N-ième, pour un tube
help-arg-who = Qui, par nom ou P-numéro
help-arg-fingerprint = Son empreinte, ou assez de son début
help-arg-quotation = Le devis, comme Q-3
help-arg-reason = Pourquoi
help-arg-opportunity = L’opportunité, comme O-12
help-arg-proposal = La proposition, comme PR-12
help-arg-why = Pourquoi

# Ce qui peut être choisi.
help-value-consultation = Donne accès à tout
help-value-offer = Permet de faire une offre
help-value-contact = Révèle le nom, l’e-mail et le téléphone du client
help-value-basic = Les parties règlent tout elles-mêmes
help-value-r0 = Seule la partie financée est réalisée
help-value-given-up = Le client a abandonné le projet
help-value-elsewhere = Le client a choisi un autre prestataire
help-value-silent = Le client ne répond plus
help-value-mistake = Publiée par erreur
help-value-facilitator = Anime des séances
help-value-observer = Aide, et apprend
help-value-out = N’est plus de l’équipe
help-value-unsaid = Finalement sans avis
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
help-place-P-NUMBER = P-NUMÉRO
help-place-DESK = BUREAU
help-place-REASON = MOTIF
help-place-TAG = ÉTIQUETTE
help-place-OF = NUMÉRO
help-place-KIND = TYPE
help-place-PRICE = PRIX
help-place-AVAILABLE = DISPONIBILITÉ
help-place-TEXT = TEXTE
help-place-TITLE = TITRE
help-place-WORK = TRAVAIL
help-place-PLACE = LIEU
help-place-AMOUNT = MONTANT
help-place-FORMULA = FORMULE
help-place-WHY = MOTIF
help-place-PERSON = PERSONNE
help-place-AT = QUAND
help-place-TASK = POINT
help-place-SESSION = SÉANCE
help-place-CAME = PRÉSENTS
help-place-NOTE = MOT
help-place-VERDICT = AVIS
help-place-ADVICE = CONSEIL
help-place-COUNT = NOMBRE
help-place-ADDRESSPORT = ADRESSE:PORT
help-place-HOSTPORT = HÔTE[:PORT]
help-place-SECONDS = SECONDES
help-place-COMMAND = COMMANDE

help-whoami = Dire qui vous êtes ici et ce que vous pouvez faire

help-setup = Préparer un dossier vide sans poser de questions
help-setup-name = Votre nom
help-setup-house = Le nom de votre organisation
help-setup-country = Son pays, par code ou par nom
help-setup-domains = Un domaine d’e-mail de votre organisation, pour distinguer collègues et clients ; peut être répété

help-inbox = Lister les demandes
help-inbox-words = Que lister, avec les mots du filtre [par défaut : is:open]
help-inbox-json = En JSON, un objet par ligne
help-inbox-plain = En texte, colonnes séparées par des tabulations [par défaut]

help-show = Afficher une demande en entier

help-history = Raconter tout ce qui est arrivé à une demande
help-history-page = Quelle page : 1 a les 400 derniers enregistrements, 2 ceux d’avant

help-files = Lister les fichiers arrivés avec une demande, ou les enregistrer
help-files-to = Les enregistrer dans ce dossier ; rien n’est remplacé

help-import = Importer des e-mails et des fichiers : .eml, mbox, Maildir, CSV, JSON ; - lit l’entrée
help-import-files = Fichiers ou dossiers ; - pour l’entrée (tube d’un serveur de messagerie)
help-import-quiet = Sans barre de progression

help-person = Lister les personnes qui ont accès, en ajouter une, en modifier une
help-person-list = Les lister : numéro, nom, état, rôles
help-person-list-json = En JSON, un objet par ligne
help-person-add = En ajouter une
help-person-add-name = Son nom
help-person-add-email = Son adresse e-mail
help-person-add-role = Son rôle ; peut être répété
help-person-edit = Corriger le nom ou l’adresse e-mail
help-person-edit-email = L’adresse e-mail
help-person-roles = Lui donner ces rôles, et aucun autre
help-person-roles-role = Son rôle désormais ; peut être répété
help-person-disable = Lui fermer l’accès ; ce que la personne a d’ouvert se termine
help-person-enable = Lui rouvrir l’accès

help-key = Lister les clés qui donnent accès par SSH, en ajouter ou en révoquer une
help-key-list = Les lister : empreinte, personne, nom, état
help-key-list-who = De qui, par nom ou P-numéro [par défaut : de tous, ou les vôtres]
help-key-list-json = En JSON, un objet par ligne
help-key-add = Ajouter une clé publique, telle qu’elle est dans un fichier .pub
help-key-add-who = De qui, par nom ou P-numéro
help-key-add-key = La ligne du fichier .pub, le fichier, ou - pour l’entrée
help-key-add-name = Un nom pour la reconnaître [par défaut : le commentaire de la clé]
help-key-name = Renommer une clé
help-key-revoke = Révoquer une clé aussitôt ; ce qu’elle a ouvert se termine

help-invite = Inviter une personne par un code à usage unique qui lie sa clé à la première connexion
help-invite-valid = Combien de temps le code est valable : 2h, 3d
help-invite-list = Lister les invitations en cours
help-invite-withdraw = Retirer une invitation en cours

help-quotations = Lister les devis : numéro, tour, étape, à qui d’agir, échéance, total, demande, client, objet
help-quotations-json = En JSON, un objet par ligne

help-quotation = Afficher un devis, ou le document que reçoit le client
help-quotation-text = Le document que reçoit le client, en texte
help-quotation-pdf = Le document que reçoit le client, en PDF, pour un fichier ou un tube
help-quotation-version = Cette version [par défaut : celle que le client a, ou la dernière]

help-quote = Commencer le devis d’une demande
help-quotation-step = Faire avancer ou reculer un devis d’une étape
help-quotation-step-r1 = Transmettre le R1 complet à la tarification
help-quotation-step-prices = Transmettre les prix à l’assistant
help-quotation-step-project = Transmettre le projet assemblé au chargé de relation
help-quotation-step-send = Envoyer la dernière version au client
help-quotation-step-r2 = Envoyer le second tour
help-quotation-step-r2-afresh = En repassant par la tarification et l’assistant
help-quotation-step-r2-words = Ce qui doit changer, ou ce qui a été dit
help-quotation-step-return = Le renvoyer à un collègue
help-quotation-step-return-to = Où : brief, pricing, assembly
help-quotation-step-accept = Le client accepte
help-quotation-step-accept-words = Ce qu’il a dit
help-quotation-step-decline = Le client décline
help-quotation-step-drop = L’abandonner
help-quotation-step-extend = Prolonger la validité de ce qui a été envoyé
help-quotation-step-extend-until = Jusqu’à la fin de ce jour, comme 2026-06-01
help-quotation-step-tag = Mettre une étiquette, ou l’enlever
help-quotation-step-tag-tag = L’étiquette
help-quotation-step-tag-off = L’enlever

help-recap = Lister les cotations R1 depuis un jour, par chargé de relation : client, ** pour signé, étiquettes
help-recap-since = Depuis ce jour, comme 2026-06-01 [par défaut : le premier jour de l’année]
help-recap-json = En JSON, un objet par ligne

help-prices = Afficher les tarifs, ou les remplacer par un fichier
help-prices-file = Des tarifs comme `prices` les affiche, modifiés ; - lit l’entrée

help-routing = Afficher la grille d’orientation, ou la remplacer par un fichier
help-routing-file = Une grille comme `routing` l’affiche, modifiée ; - lit l’entrée

help-board = Lister les opportunités en cours
help-board-words = Que lister, avec les mots du filtre : mine, all, group:sub, country:FR, lang:fr
help-board-eligible = Seulement celles où vous pouvez candidater
help-board-json = En JSON, un objet par ligne

help-opportunity = Afficher une opportunité, dans la mesure où vous pouvez la voir

help-stats = Afficher combien de projets deviennent des missions, la concurrence et la part gagnée
help-stats-own = Vos chiffres, au lieu de ceux de l’organisation

help-credits = Afficher les crédits : ce qui reste, et chaque écriture
help-credits-who = De qui, par P-numéro [par défaut : vous]

help-step = Valider une étape qui coûte un crédit ; sans --yes, en dire le prix
help-step-kind = Quelle étape
help-step-reason = Pourquoi contacter le client directement, avant le délai
help-step-yes = La valider ; sans cette option, le prix est indiqué

help-propose = Proposer pour une opportunité : le texte vient de l’entrée, ou de --text
help-propose-price = Le prix hors taxes, écrit comme d’habitude ; en sous-traitance, celui de l’organisation
help-propose-available = Quand vous êtes disponible
help-propose-text = Le texte [par défaut : l’entrée ; rien le laisse tel quel]
help-propose-keep_text = Laisser le texte tel quel : sans autre option, envoyer votre brouillon
help-propose-draft = Le garder en brouillon ; vous seul le voyez, et ce que vous avez envoyé reste jusqu’au prochain envoi

help-attach = Ajouter un fichier à votre proposition : par l’entrée, ou depuis cette machine
help-attach-file = Le fichier ; - pour l’entrée
help-attach-name = Son nom [par défaut : celui du fichier]

help-attached = Lister les fichiers d’une opportunité ou d’une proposition, ou en écrire un
help-attached-of = O-12 ou PR-12
help-attached-remove = Retirer le N-ième de votre proposition

help-withdraw = Retirer votre proposition, ou (--draft) supprimer son brouillon
help-withdraw-draft = Seulement son brouillon ; ce que vous avez envoyé reste

help-confirm = Confirmer les conditions d’une opportunité gagnée ; sans --consent à une commission à votre charge, les afficher
help-confirm-consent = Vous acceptez de payer la commission, là où elle vous est demandée

help-decline = Décliner les conditions d’une opportunité gagnée

help-post = Publier une demande : ce qui en est connu est repris, les options disent le reste ; la description vient de l’entrée, ou de --text
help-post-title = De quoi il s’agit, en une ligne qui ne nomme aucun client [par défaut : l’objet sans ce qui vient du client]
help-post-work = Le type de prestation : workshop, training, conference, programme, other
help-post-audience = Le public : company, public_body, education, association, public
help-post-language = La langue de travail, comme fr
help-post-country = Le pays, comme FR
help-post-place = La ville ou la salle
help-post-online = En ligne plutôt que sur place
help-post-dates = Les dates telles que le client les donne
help-post-participants = Le nombre de participants
help-post-sessions = Le nombre de séances commandées
help-post-until = Jusqu’à quand les propositions sont acceptées, une date écrite comme d’habitude
help-post-amount = En sous-traitance, ce que l’animation est payée ; sinon, le budget du client
help-post-formula = Comment un projet présenté est payé
help-post-provider_pays = Pourquoi la commission est à la charge du prestataire [par défaut : le client la paie]
help-post-urgent = N’attend pas de réponses écrites
help-post-text = La description [par défaut : l’entrée]
help-post-preview = Seulement afficher ce que verrait un animateur

help-end = Retirer une opportunité sans mission
help-end-refund = Rendre les crédits utilisés pour elle

help-mission = Mener une mission : équipe, séances, logistique, présents, livraison
help-mission-team = Ajouter quelqu’un à l’équipe, ou l’en retirer
help-mission-team-opportunity = La mission, comme O-12
help-mission-team-person = Qui, par P-numéro
help-mission-team-role = Dans quel rôle
help-mission-plan = Planifier une séance de plus
help-mission-plan-opportunity = La mission, comme O-12
help-mission-plan-at = Quand elle commence, une date écrite comme d’habitude
help-mission-plan-place = Où, ou le lien
help-mission-plan-by = Qui l’anime, par P-numéro [par défaut : le coordinateur]
help-mission-tick = Cocher un point de la logistique : client, room, material, discussion, participants, travel
help-mission-tick-opportunity = La mission, comme O-12
help-mission-tick-task = Quoi
help-mission-tick-undone = Décocher
help-mission-attend = Noter combien de personnes étaient présentes à une séance
help-mission-attend-opportunity = La mission, comme O-12
help-mission-attend-session = Quelle séance, la première est 1
help-mission-attend-came = Le nombre de présents
help-mission-deliver = Livrer la mission
help-mission-deliver-opportunity = La mission, comme O-12
help-mission-deliver-note = Un mot sur le déroulement

help-judge = Noter l’avis du client sur une proposition
help-judge-verdict = Quoi

help-select = Retenir une proposition
help-select-advice = Ce qui est dit aux autres pour la prochaine fois [par défaut : le conseil habituel]

help-advise = Dire avec vos mots à ceux qui ne sont pas retenus quoi améliorer ; une fois par sélection
help-advise-text = Le texte [par défaut : l’entrée]

help-grant = Accorder des crédits à un animateur
help-grant-who = À qui, par P-numéro
help-grant-kind = Quel type
help-grant-count = Combien

help-profile = Afficher le profil d’un animateur, ou le remplacer par un fichier du même format
help-profile-who = De qui, par P-numéro [par défaut : vous]
help-profile-set = Le profil modifié ; - lit l’entrée

help-terms = Afficher les conditions des opportunités, ou les remplacer par un fichier
help-terms-file = Les conditions comme `terms` les affiche, modifiées ; - lit l’entrée

help-link = Dire de quel client une personne qui se connecte est le contact
help-link-who = La personne, par nom ou P-numéro
help-link-contact = L’adresse e-mail du contact, ou son K-numéro [par défaut : plus aucun]

help-serve = Servir plusieurs personnes à la fois : par SSH, et aux autres terminaux de cette machine
help-serve-listen = Où écouter SSH ; le port 0 en prend un libre et le dit
help-serve-metrics = Répondre à Prometheus à cette adresse, sur /metrics, en HTTP simple
help-serve-public = L’adresse publique de ce serveur, pour les invitations [par défaut : l’adresse d’écoute]
help-serve-most = Nombre total de connexions
help-serve-most_per_address = Nombre de connexions d’une même adresse
help-serve-most_strangers = Nombre total de connexions pas encore identifiées ; au plus 16 d’une même adresse
help-serve-most_per_person = Nombre de sessions ouvertes d’une personne
help-serve-login = Secondes pour se connecter, puis pour commencer quelque chose
help-serve-idle = Minutes sans touche après lesquelles une session se termine, annoncées une minute avant. 0 : jamais

help-keys = Afficher la table des touches en Markdown

help-verify = Vérifier chaque enregistrement, empreinte et lien des données, et chaque fichier conservé
help-verify-quick = Ne pas lire les fichiers conservés

help-tidy = Supprimer les fichiers conservés que plus rien ne nomme
help-host-key = Afficher l’empreinte de la clé du serveur, ou changer cette clé
help-host-key-new = Créer une clé et mettre l’ancienne de côté ; chaque client est averti à sa prochaine connexion
help-host-key-accept = Servir avec la clé qui est dans le fichier, même si les clients en connaissent une autre

help-recover = Reconstruire des données abîmées depuis le journal de secours
