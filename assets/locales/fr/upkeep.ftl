# Ce que lit qui exploite le service : au démarrage, de verify, recover, tidy, host-key et serve, là où personne n’est au
# terminal ; et pourquoi des données ou une source sont illisibles.

# Devant la cause de ce qui ne va pas.
problem-because = cause : { $why }

# Une panne des données, en bref ; ce que dit le système vient ensuite.
store-in-use = Le dossier des données est utilisé par un autre programme : fermez-le, ou nommez un autre dossier avec --data.
store-damaged = Des données enregistrées sont abîmées : lancez `entremise verify`, qui dit lesquelles et quoi faire.
store-newer = Les données viennent d’une version plus récente d’Entremise : mettez celle-ci à jour.
store-read-only = Le dossier des données est en lecture seule : ouvrez-le en écriture à cet utilisateur, ou nommez-en un autre avec --data.
store-full = Le disque est plein : libérez de la place ou augmentez le quota.
store-too-large = C’est trop volumineux pour être enregistré : réduisez-le.
store-other = Le disque ou le système a échoué : vérifiez le disque et le dossier des données, puis réessayez.

# Dit au démarrage.
start-folder = le fichier { $path } était perdu ou abîmé : le dossier a été reconnu à ses enregistrements, et le fichier est récrit
start-restored = enregistrements absents d’un des deux journaux et recopiés de l’autre : { $n }
start-drafts = les brouillons non envoyés étaient illisibles ; ils sont gardés dans { $path }
start-clock = l’horloge de cette machine indique { $now }, et le dernier enregistrement date du { $last } : vérifiez l’horloge ; les nouveaux enregistrements suivent les anciens de toute façon
start-restated = ce qui est connu des enregistrements perdus a été récrit dans le journal, comme enregistrement { $record }
start-not-restated = ce qui est connu des enregistrements perdus n’est que dans le point de reprise de l’enregistrement { $record } ({ $why }) : ne changez pas de version avant qu’il ne soit récrit
start-lost = enregistrements perdus, impossibles à reconstruire : { $n } ; ce qu’ils ont fait est inconnu ; comparez avec une sauvegarde
start-zone = le fuseau horaire { $zone } est inconnu de cette version : les heures sont données en UTC ; mettez entremise à jour
start-lost-house = l’enregistrement qui a créé cette organisation est perdu : restaurez une sauvegarde du dossier des données
start-lost-administrators = les enregistrements des administrateurs sont perdus : personne ne peut ajouter de personnes ni donner de rôles ; restaurez une sauvegarde du dossier des données
start-lost-people = les enregistrements de { $named } sont perdus, noms et rôles compris : restaurez une sauvegarde, ou ajoutez ces personnes à nouveau
start-lost-people-more = les enregistrements de { $named } et de { $n } autres sont perdus, noms et rôles compris : restaurez une sauvegarde, ou ajoutez ces personnes à nouveau

# Sans terminal et sans commande.
sum-served = Un serveur a ces données ouvertes : les commandes lui sont envoyées.
sum-empty = Rien n’est encore créé ici. Lancez `entremise` dans un terminal, ou `entremise setup`.
sum-not-set-up = Rien n’est encore créé ici : lancez `entremise setup`.
sum-who = Ajoutez --as NOM pour voir ce qui vous attend.
sum-inbox = les demandes, en texte ou avec --json
sum-import = importe des e-mails et des fichiers
sum-help = tout le reste

# Ce que dit le serveur.
serve-open = SSH sur { $at }, clé du serveur { $key }
serve-figures = chiffres sur { $url }
serve-logs = journaux dans { $path }
serve-name = les invitations nomment cette machine : donnez un autre nom avec --public HÔTE
serve-end = arrêt : chacun est prévenu, les brouillons sont gardés
serve-no-address = impossible d’écouter sur { $at } ; choisissez une autre adresse avec --listen
serve-closing = le serveur s’arrête ; réessayez dans un instant
serve-cut = la connexion au serveur est perdue : vérifiez qu’il tourne, puis réessayez
serve-unreached = le serveur n’est pas joignable par { $path }

# verify
verify-read = enregistrements lus : { $n }, le dernier est { $last }
verify-head = tête de la chaîne { $head }
verify-unreadable = le journal est illisible : { $why }
verify-record = enregistrement { $n } : { $what }
verify-bad = abîmés dans le journal : { $n }
verify-different = différents dans le journal et le journal de secours : { $n }
verify-missing = absents des deux journaux : { $n }
verify-declared = perdus, d’après une reconstruction antérieure : { $n }
verify-contradicted = l’enregistrement { $n } n’est pas celui pour lequel un point de reprise ou la marque de fin a été écrit
verify-more = … et ainsi de suite
verify-known = d’après ce que contiennent encore les deux journaux, { $what }
verify-sound = tout est en ordre
verify-damaged = abîmé : lancez `entremise recover`, qui garde une copie des fichiers actuels
verify-files = { $n ->
    [one] { $n } fichier vérifié, { $size }
   *[other] { $n } fichiers vérifiés, { $size }
}
verify-file-missing = { $name } : le fichier conservé manque ({ $path })
verify-file-damaged = { $name } : le fichier conservé est abîmé ({ $path })
verify-file-of-lost = un fichier d’un enregistrement perdu
verify-file-text = { $of }, le texte entier
verify-files-more = et { $n } de plus
verify-files-bad = { $n ->
    [one] { $n } fichier manquant ou abîmé : recopiez-le d’une sauvegarde, ou joignez-le à nouveau
   *[other] { $n } fichiers manquants ou abîmés : recopiez-les d’une sauvegarde, ou joignez-les à nouveau
}
verify-unused = { $n ->
    [one] { $n } fichier inutilisé, { $size } : `entremise tidy` le supprime
   *[other] { $n } fichiers inutilisés, { $size } : `entremise tidy` les supprime
}
size-bytes = { $n } octets
size-kib = { $n } Kio
size-mib = { $n } Mio

# tidy
tidy-removed = { $n ->
    [one] { $n } fichier supprimé, { $size }
   *[other] { $n } fichiers supprimés, { $size }
}
tidy-young = { $n ->
    [one] { $n } fichier inutilisé gardé, de moins d’une heure
   *[other] { $n } fichiers inutilisés gardés, de moins d’une heure
}
tidy-lost = rien n’est supprimé : enregistrements perdus : { $n }, et n’importe quel fichier peut être à eux
tidy-not-now = les fichiers inutilisés ne peuvent pas être supprimés maintenant : réessayez plus tard

# recover
recover-rebuilt = reconstruit jusqu’à l’enregistrement { $last } : { $shadow } du journal de secours, { $journal } du journal seul
recover-aside = les anciens fichiers sont gardés dans { $path }
recover-disputed = { $n ->
    [one] { $n } enregistrement diffère dans les deux journaux, l’enregistrement { $first } : celui du journal de secours est retenu
   *[other] { $n } enregistrements diffèrent dans les deux journaux, à partir de l’enregistrement { $first } : ceux du journal de secours sont retenus
}
recover-declared = perdus auparavant : { $what }
recover-lost = enregistrements perdus, absents des deux journaux : { $n }
recover-known = ce qu’ils ont fait est dans le point de reprise de l’enregistrement { $n } ; leurs textes ont disparu de l’historique
recover-partly-known = ce que ceux jusqu’à l’enregistrement { $n } ont fait est dans son point de reprise ; le reste est inconnu : comparez avec une sauvegarde, et demandez à qui travaillait alors
recover-unknown = ce qu’ils ont fait est inconnu : comparez avec une sauvegarde, et demandez à qui travaillait alors
recover-opens = les données s’ouvrent à nouveau, et les nouveaux enregistrements sont numérotés après les perdus
recover-closed = les données ne s’ouvrent toujours pas : { $why }

# host-key
host-key-before = avant { $key }
host-key-now = maintenant { $key }
host-key-unknown = inconnue
host-key-aside = l’ancienne clé est gardée dans { $path }
host-key-tell = envoyez à chacun la nouvelle empreinte : SSH avertira à la prochaine connexion

# Ce qui ne va pas au bord.
edge-unwritten = la sortie n’a pas pu être écrite : libérez de la place, puis réessayez
edge-no-folder = ce système n’a pas de dossier habituel pour vos données ; choisissez-en un avec --data DOSSIER
edge-lang = --lang { $text } n’est pas connu ; écrivez en ou fr
edge-theme = --theme { $text } n’est pas connu ; choisissez parmi { $known }

# Pourquoi une source est illisible.
source-missing = { $file } : introuvable. Vérifiez le chemin.
source-forbidden = { $file } : vous n’avez pas le droit de le lire. Demandez ce droit à son propriétaire.
source-unreadable = { $file } : la lecture a échoué ({ $cause }). Ce qui a été lu avant est gardé ; réessayez.
source-nothing-inside = { $file } : ni un Maildir (cur, new, tmp), ni un dossier de fichiers .eml. Choisissez le dossier qui contient les e-mails.
source-not-a-file = { $file } : ni un fichier ni un dossier. Pour lire un e-mail de l’entrée standard, écrivez - comme fichier.
source-no-known-column = { $file } : aucun nom de colonne connu dans la première ligne. Noms connus : { $known }.
source-not-utf8 = { $file } : un tableau en UTF-16. Enregistrez-le à nouveau en CSV UTF-8.

# Pourquoi une partie d’une source est mise de côté.
aside-not-a-mail = ce n’est pas un e-mail : il n’a ni expéditeur, ni objet, ni texte
aside-too-large = plus de 50 Mio
aside-too-many-parts = plus de 1 000 parties
aside-too-deep = plus de 100 niveaux de parties
aside-header-too-long = un en-tête de plus de 1 Mio
aside-too-many-headers = plus de 10 000 en-têtes
aside-empty-row = ni objet, ni texte, ni organisation, ni contact
aside-row-too-wide = plus de valeurs que de colonnes : mettez entre guillemets les valeurs qui contiennent le séparateur
aside-too-many-values = plus de 100 000 valeurs
aside-not-an-object = ce n’est pas un objet JSON
aside-cut-short = le fichier s’arrête avant la fin de l’objet
aside-many-files = { $n } fichiers l’accompagnent, plus de { $most }
aside-too-long = trop long pour être enregistré
