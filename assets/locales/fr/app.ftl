# L’écran dans son ensemble : l’accueil, ce qui peut se faire partout, la visite.

sample-house = exemple
desk-closed = Entremise s’arrête : cette action n’est pas enregistrée. Ctrl-q quitte, puis relancez entremise
leave-kept = { $key } quitte Entremise ; le brouillon est conservé
leave-lost = Le contenu de cette fenêtre n’est pas conservé : Échap la ferme, puis { $key } quitte
no-screen = Ce terminal ne peut pas afficher le poste de travail. Utilisez les commandes en toutes lettres : { $command } inbox, par exemple ; { $command } --help les liste toutes.
no-such-key = { $key } ({ $verb }) ne sert à rien ici : ? montre les touches de cet écran
no-such-pane = Il n’y a pas de volet { $n } ici : l’en-tête montre ceux qui existent

who-are-you = Qui êtes-vous ?

setup-title = Bienvenue dans Entremise
setup-welcome = Trois réponses et tout est prêt. Tout reste sur cette machine, et tout pourra être changé plus tard.
setup-name = Votre nom
setup-house = Votre organisation
setup-country = Votre pays
setup-country-hint = tapez pour chercher
setup-keys = Entrée suivant · Ctrl-s ouvrir · Échap quitter
setup-sample = F2 ouvre un exemple : promenez-vous, vous ne risquez rien

scope-everywhere = Partout
act-undo = Annuler
act-undo-help = Annuler votre dernière action
act-redo = Rétablir
act-redo-help = Rétablir ce que vous avez annulé
act-help = Touches
act-help-help = Montrer les touches et les signes de cet écran
act-palette = Toutes les actions
act-palette-help = Trouver une action par son nom
act-go-to = Aller à …
act-go-to-help = Aller à un lieu ou à ce qui est à vous : une lettre suit
act-copy = Copier
act-copy-help = Copier une adresse, un téléphone ou le numéro
copy-ask = Que copier ?
copy-mail = Adresse e-mail
copy-phone = Téléphone
copy-introduction = Message de présentation
copy-number = Numéro
copy-done = Copié : { $text }
copy-cannot = Ce terminal ne permet pas de copier. Sélectionnez à la souris : { $text }
why-nothing-to-copy = Rien à copier : sélectionnez d’abord une ligne.
leading-title = , Aller à
leading-nothing = , { $key } ne mène nulle part. Échap ferme.
leading-visited = Derniers lieux
act-go-back = Revenir
act-go-back-help = Revenir là où vous étiez, d’un volet à l’autre
act-go-forward = Avancer
act-go-forward-help = Avancer de nouveau, après un retour
why-nothing-behind = Rien avant cet écran : vous n’en avez pas encore changé.
why-nothing-ahead = Rien après cet écran : cette touche sert après un retour.
act-next-pane = Volet suivant
act-next-pane-help = Passer au volet suivant
act-theme = Thème
act-theme-help = Changer de thème : sombre, clair, contraste élevé, sans couleur
act-language = Langue
act-language-help = Changer de langue, anglais ou français
act-tour = Visite
act-tour-help = Faire la visite guidée de votre travail, étape par étape
act-sample = Exemple
act-sample-help = Quitter vos données et ouvrir l’exemple
act-switch-person = Changer de personne
act-switch-person-help = Parcourir l’exemple à la place de quelqu’un d’autre
ask-cast = Parcourir l’exemple à la place de qui ?
act-bell = Sonnerie
act-bell-help = Faire sonner le terminal quand une demande vous est confiée, ou ne plus le faire
bell-on = Le terminal sonne quand une demande vous est confiée.
bell-off = Le terminal reste muet. Pour garder ce choix, écrivez bell = false dans keys.toml.
act-redraw = Rafraîchir
act-redraw-help = Redessiner l’écran
act-quit = Quitter
act-quit-help = Quitter Entremise ; les brouillons sont gardés

tour-keys = Tab passer · Maj-Tab retour · Échap quitter
tour-counts = { $done } faites · { $read } lues · { $n }/{ $of }
tour-try = À vous : { $key } { $act }
tour-cannot = Impossible ici pour l’instant : choisissez une autre ligne, ou Tab passe l’étape.
tour-done = ✓ Fait
tour-over = Visite terminée : { $done } étapes faites sur { $of }, { $read } seulement lues. F4 la reprend.
tour-officer-1-title = À qui d’agir
tour-officer-1 =
    Voici les demandes. Chaque ligne dit qui doit agir et pour quand : vous, un collègue, le client, ou personne encore. Ce qui est en retard est en haut, avec « ! ».
    Parcourez avec j et k, ou les flèches.
tour-officer-2-title = Ouvrir un dossier
tour-officer-2 =
    Entrée ouvre la demande : qui demande, ce qui est proposé et pourquoi, à qui d’agir, et tout ce qui s’est passé, sur un seul fil.
    j et k font défiler, J et K passent d’un dossier à l’autre, Échap revient à la liste.
tour-officer-3-title = Prendre en charge
tour-officer-3 =
    c prend la demande : elle est à vous, et tout le monde le voit aussitôt. Si deux collègues la prennent, un seul l’obtient et l’autre voit qui.
    a l’attribue à quelqu’un. R confirme la personne que la grille d’orientation propose.
tour-officer-4-title = Mettre au propre
tour-officer-4 =
    Dans la liste, S, 2, D et C signalent un objet peu clair, plusieurs demandes dans un e-mail, une échéance absente, ou trop de monde en copie.
    l corrige ces points un par un, avec chaque fois une correction toute prête.
tour-officer-5-title = Appeler, puis valider
tour-officer-5 =
    P note un appel : pas de réponse, message laissé, ou ce qui s’est dit. La prochaine action se reporte d’elle-même, en heures ouvrées.
    v valide une demande sérieuse. x clôture celle qui ne l’est pas, avec son motif.
tour-officer-6-title = Le groupe, et pourquoi
tour-officer-6 =
    Dans votre pays, ou pour un client déjà connu, la Sous-traitance est proposée (ST) ; ailleurs, l’Apport d’affaires (AA). Le dossier donne la raison.
    En minuscules, c’est une proposition : b décide.
tour-officer-7-title = Garder trace
tour-officer-7 =
    N écrit une note à côté du dossier ; Ctrl-s l’ajoute au fil.
    Le brouillon est gardé au fil de la frappe. Échap le laisse, « ✎ » le signale dans la liste, et N y revient.
tour-officer-8-title = Plus tard, ou terminé
tour-officer-8 =
    s met en veille : « demain 14h », « +2j », « ven ». La demande revient d’elle-même.
    w dit à qui d’agir. x clôture avec un motif, X rouvre. Espace en marque plusieurs, pour une action sur toutes.
tour-officer-9-title = Tout retrouver
tour-officer-9 =
    / filtre la liste à la frappe. f change de vue : les vôtres, en retard, à valider… et enregistre vos propres vues. o trie par une colonne, V marque jusqu’ici.
    F cherche dans tout ce qui a été écrit, e-mails et notes compris.
tour-officer-10-title = Rien à craindre
tour-officer-10 =
    u annule ce que vous avez fait, Ctrl-r le rétablit, fusions et scissions comprises.
    ? montre les touches de cet écran, : trouve une action par son nom, F4 ramène cette visite. Bonne journée !

tour-facilitator-1-title = Les opportunités
tour-facilitator-1 =
    Voici les opportunités. Chaque ligne dit où, quand, en quelle langue, pour combien de personnes et à quel prix.
    Parcourez avec j et k, ou les flèches.
tour-facilitator-2-title = Ouvrir une opportunité
tour-facilitator-2 =
    Sa fiche dit ce qui est demandé, qui paie qui, et jusqu’à quand vous pouvez proposer.
    Échap revient à la liste.
tour-facilitator-3-title = Consulter, puis proposer
tour-facilitator-3 =
    Lire la demande est une étape, proposer la suivante. Le prix en crédits s’affiche avant votre accord.
tour-facilitator-4-title = Proposer
tour-facilitator-4 =
    Indiquez votre prix s’il n’est pas déjà fixé, vos dates et votre message au client. Le brouillon est gardé au fil de la frappe.
    Échap le laisse, la même touche y revient.
tour-facilitator-5-title = Suivre une opportunité
tour-facilitator-5 =
    Une opportunité favorite se retrouve dans une vue à part, et vous voyez aussitôt quand elle change.
tour-facilitator-6-title = Changer de vue
tour-facilitator-6 =
    Toutes les opportunités, celles où vous pouvez proposer, vos propositions, vos missions : choisissez une vue.
tour-facilitator-7-title = Vos crédits
tour-facilitator-7 =
    Votre solde de chaque type de crédit, et chaque écriture avec son motif.
tour-facilitator-8-title = Et le reste
tour-facilitator-8 =
    Toutes les touches de cet écran ; si l’une ne sert pas maintenant, la liste dit pourquoi. : trouve une action par son nom. 0 est l’accueil : ce qui vous attend.

tour-client-1-title = Ce qui vous attend
tour-client-1 =
    L’accueil liste ce que vous avez à décider : devis à accepter, propositions à juger.
    Entrée ouvre une ligne ; Échap revient ici.
tour-client-2-title = Dire ce qui vous intéresse
tour-client-2 =
    La fiche d’un projet montre les propositions des animateurs. Dites de chacune si elle vous intéresse ; vous pouvez changer d’avis.
tour-client-3-title = Comparer
tour-client-3 =
    Les propositions côte à côte : prix, dates, expérience. À partir de deux propositions.
tour-client-4-title = Retenir
tour-client-4 =
    Retenir affiche d’abord les conditions, puis vous demande de confirmer. L’animateur les confirme ensuite.
tour-client-5-title = Et le reste
tour-client-5 =
    Toutes les touches de cet écran. 0 est l’accueil, 2 les propositions reçues, 8 vos devis.

tour-administrator-1-title = Quelqu’un de nouveau
tour-administrator-1 =
    Voici les personnes qui ont accès, avec leurs rôles. Une touche ajoute une personne, l’invite, ou lui ajoute une clé.
    Échap annule ; rien n’est enregistré.
tour-administrator-2-title = Trouver quelqu’un
tour-administrator-2 =
    Parcourez avec j et k. / filtre par nom, e-mail ou rôle, o trie.
tour-administrator-3-title = Ouvrir une personne
tour-administrator-3 =
    Ses rôles, ses clés, ses invitations en cours et ce qu’elle a à faire. Échap revient à la liste.
tour-administrator-4-title = Fermer l’accès
tour-administrator-4 =
    Désactiver une personne, révoquer une clé, retirer une invitation. Le nombre de sessions qui seront fermées s’affiche d’abord. Échap annule.
tour-administrator-5-title = Et le reste
tour-administrator-5 =
    Toutes les touches de cet écran. : trouve une action par son nom, la virgule mène ailleurs. 0 est l’accueil.

tour-reader-1-title = L’accueil
tour-reader-1 =
    Ce qui vous attend, ce que vous gérez, les chiffres. Entrée ouvre une ligne ; Échap revient ici.
tour-reader-2-title = Chercher
tour-reader-2 =
    La recherche porte sur tout ce qui a été écrit dans les demandes (1), e-mails et notes compris.
tour-reader-3-title = Filtrer
tour-reader-3 =
    Toute liste se filtre à la frappe : noms, numéros, ou is:open, is:overdue…
tour-reader-4-title = Une action par son nom
tour-reader-4 =
    Tapez quelques lettres de ce que vous voulez faire. Si une action est impossible pour l’instant, la liste dit pourquoi.
tour-reader-5-title = Et le reste
tour-reader-5 =
    Toutes les touches de cet écran. 0 est l’accueil.

# La dernière ligne d’un terminal dont le serveur a fermé la session.
farewell-closing = Le service s’arrête. Ce que vous écriviez est gardé ; revenez dans un instant.
farewell-revoked = Votre clé ne donne plus accès : la session se ferme. Ce que vous écriviez est gardé ; voyez avec un administrateur.
farewell-idle = Aucune touche depuis longtemps : la session se ferme. Ce que vous écriviez est gardé.
farewell-panicked = Une erreur d’Entremise a fermé cette session. Tout ce qui est enregistré est intact, et ce que vous écriviez aussi.
idle-soon = Aucune touche depuis longtemps : la session se ferme dans une minute. Toute touche la garde ouverte.
key-bound = Cette clé vous est désormais liée : { $key }. Pour voir vos clés : { $door } key list
key-bound-named = La clé « { $name } » vous est désormais liée : { $key }. Pour voir vos clés : { $door } key list
not-now-too-many =
    { $n ->
        [one] Vous avez déjà une session ouverte : fermez-la d’abord.
       *[other] Vous avez déjà { $n } sessions ouvertes : fermez-en une d’abord.
    }
not-now-closing = Le service s’arrête ; revenez dans un instant.
kept-text = Ce que vous avez écrit dans votre éditeur est gardé dans { $path }
farewell-stopped = Arrêté.
farewell-long = La commande a pris trop de temps et a été arrêtée.
jump-nowhere = Aucun de vos écrans ne montre cela.

# Ce qui a échoué dans la base, pour qui travaille à l’écran.
fault-full = Le disque est plein : libérez de la place, puis réessayez. Inutile de redémarrer.
fault-read-only = Le disque est en lecture seule : prévenez la personne qui gère le serveur.
fault-damaged = Une donnée enregistrée est illisible : prévenez la personne qui gère le serveur.
fault-in-use = La base est ouverte ailleurs : réessayez plus tard.
fault-newer = Une donnée vient d’une version plus récente d’Entremise : demandez à la personne qui gère le serveur de le mettre à jour.
fault-too-large = Ce texte ou ce fichier est trop volumineux : réduisez-le.
fault-other = Erreur du disque ou du système : réessayez, et prévenez la personne qui gère le serveur.
fault-inside = Une erreur interne s’est produite. Ce qui était enregistré est sauf ; le détail est dans le journal.
paste-too-long = Plus de { $most } Kio d’un coup : rien n’a été collé. Collez en plusieurs fois.
editor-failed = Votre éditeur n’a pas pu être utilisé : { $why }
not-remembered = Votre identité n’a pas pu être mémorisée : { $why }

# Pourquoi une commande en toutes lettres n’a pas été comprise.
misread-command = Il n’y a pas de commande « { $word } ».
misread-option = « { $word } » n’est pas compris ici.
misread-value = « { $value } » n’est pas possible pour { $arg }.
misread-value-missing = { $arg } attend une valeur.
misread-missing = Il manque : { $args }.
misread-twice = { $arg } est donné deux fois.
misread-conflict = { $arg } ne va pas avec { $other }.
misread-count = { $arg } a trop ou trop peu de valeurs.
misread-choose = Précisez, après la commande, l’action à faire.
misread-other = La commande n’est pas comprise.
misread-quotes = La commande est illisible : un guillemet n’est pas fermé.
misread-lang = La langue { $word } n’est pas connue : écrivez en ou fr.
misread-near = Vouliez-vous dire { $words } ?
misread-possible = Choix possibles : { $words }.
misread-usage = Usage : { $usage }
misread-help = Pour voir toutes les commandes : { $help }

# Ce qui ne va pas dans une commande en toutes lettres.
plain-no-house = cette base est encore vide ; ouvrez `entremise` une fois, ou lancez `entremise setup`
plain-no-day = { $text } n’est pas un jour : écrivez-le comme 2026-06-01
plain-no-version = { $of } n’a pas cette version
plain-no-pdf = le PDF de { $of } n’a pas pu être produit
plain-no-contact = aucun contact n’a l’adresse { $text }
plain-none-of-them = { $text } n’est pas possible ici : choisissez parmi { $known }
plain-name-file = donnez le nom du fichier avec --name
plain-not-stored = le fichier n’a pas pu être enregistré
plain-no-file = { $of } n’a pas de fichier numéro { $n }
plain-unreadable = { $name } est illisible
plain-file-too-large = { $name } est trop volumineux : { $most } Mio au plus avec une proposition
plain-no-files-here = les fichiers du serveur ne sont pas accessibles d’ici : envoyez les vôtres sur l’entrée de la commande, avec - comme fichier
plain-nothing-piped = cette commande n’a rien reçu sur son entrée : envoyez-lui un fichier, avec < FICHIER
plain-nobody = personne ici ne s’appelle { $name } ; `person list` les donne tous
plain-several = { $name } peut désigner plusieurs personnes : { $all } ; écrivez le numéro
plain-so-many-files = { $of } n’a pas de fichier { $n } (il y en a { $files })
plain-file-no-text = un fichier ne s’affiche pas dans un terminal : enregistrez-le avec > { $name }
plain-file-gone = { $name } n’est plus dans la base
plain-no-key = { $text } n’est ni une clé, ni un fichier lisible
plain-key-none = aucune clé ne commence par { $text } ; `key list` les montre toutes
plain-key-several = { $n } clés commencent par { $text } : écrivez plus de caractères
plain-no-time = { $text } n’est pas une durée : écrivez-la comme 30m, 2h ou 3d
plain-no-role = { $text } n’est pas un rôle ; les rôles sont { $known }
plain-too-long = { $name } est trop long : { $most } octets au plus
plain-no-country = { $text } n’est pas un pays ; écrivez FR ou France
plain-not-remembered = votre identité n’a pas pu être mémorisée
plain-not-known = personne ici ne s’appelle { $name } ; il y a : { $known }
plain-not-known-lost = personne ici ne s’appelle { $name } ; il y a : { $known } (enregistrements perdus : { $records }, et peut-être d’autres personnes avec eux : restaurez une sauvegarde)
plain-who = qui êtes-vous ? Ouvrez `entremise` une fois, ou ajoutez --as NOM ; il y a : { $known }
plain-who-lost = qui êtes-vous ? Ouvrez `entremise` une fois, ou ajoutez --as NOM ; il y a : { $known } (enregistrements perdus : { $records }, et peut-être d’autres personnes avec eux : restaurez une sauvegarde)
plain-not-written = écriture impossible
plain-not-all-saved = fichiers non enregistrés : { $n } sur { $of }

# Ce qu’une commande en toutes lettres a fait, et ce dont il n’y a rien.
said-set-up = { $of } : tout est prêt ; { $name } est la première personne. Ensuite : entremise import FICHIER
said-person-added = { $name } : personne ajoutée
said-person-roles = { $name } : { $roles }
said-person-in = { $name } a de nouveau accès
said-person-out = { $name } n’a plus accès
said-person-edited = { $name } : nom et e-mail corrigés
said-key-added = { $key } donne accès à { $name }
said-key-named = { $key } s’appelle { $name }
said-key-revoked = { $key } révoquée : elle ne donne plus accès
said-no-keys = Pas encore de clé : `invite NOM` permet d’en lier une, `key add NOM LIGNE` en ajoute une
said-withdrawn = { $invitation } retirée
said-code-until = Valable une fois, jusqu’au { $until } ; ce code ne sera plus affiché
said-no-door = Aucun serveur ne tourne : lancez `entremise serve`, qui dit comment entrer
said-door = À taper : { $door }
said-no-invitation = Aucune invitation en cours : `invite NOM` en crée une
said-first-prices = Aucun tarif n’est encore défini ; voici des exemples pour commencer
said-first-prices-own = Aucun tarif n’est encore défini ; voici comment en écrire un avec vos propres unités
said-no-units = Aucun tarif n’est encore défini, et il n’y a aucune unité à chiffrer : `lists --only unit` affiche les unités à modifier
said-wording = Documents en { $language } : rédaction enregistrée
said-reading = E-mails en { $language } : mots enregistrés. Ce qui est déjà lu reste tel quel.
said-reading-would = E-mails en { $language } : ce qui changerait
said-reading-added = { $list } : ajouts { $words }
said-reading-removed = { $list } : retraits { $words }
said-prices = Tarifs enregistrés : { $n } ; marques : { $brands }
said-brief-missing = Il manque encore pour le R1 : { $missing }
said-lists = { $n ->
    [0] Rien à changer dans les listes
    [one] { $n } liste modifiée
   *[other] { $n } listes modifiées
}
said-lists-would = { $n ->
    [0] Rien à changer dans les listes
    [one] { $n } liste serait modifiée
   *[other] { $n } listes seraient modifiées
}
said-list-change = { $list } : ajouts { $added }, changements { $changed }, retraits { $retired }, suppressions { $removed }
said-routing = Grille d’orientation enregistrée ; lignes : { $n }
said-no-files = Aucun fichier avec { $of }
said-not-saved = { $name } n’a pas été enregistré : { $why }
said-limit = { $n } sur { $of } ; --limit { $of } montre tout
