# Les mots des éléments communs : listes, formulaires, boîtes. Chaque volet a ses propres fichiers.

kit-too-small = Cette fenêtre est trop petite.
    Entremise demande { $width } × { $height } ; celle-ci fait { $have-width } × { $have-height }.
kit-empty = Rien ici pour l’instant.
kit-marked = { $n ->
    [one] { $n } marquée
   *[other] { $n } marquées
}
kit-chosen = { $n ->
    [one] { $n } choisi
   *[other] { $n } choisis
}
kit-picker-type = tapez pour chercher
kit-picker-one = ↑↓ parcourir · Entrée choisir · Échap retour
kit-picker-several = Tab marquer · Entrée valider · Échap retour
kit-picker-nothing = Rien ne correspond.
kit-picker-new = + nouveau : { $name }
kit-palette = Toutes les actions
kit-palette-keys = ↑↓ choisir · Entrée lancer · Échap retour
kit-palette-count = { $n } sur { $of }
kit-palette-hint = une action, avec vos mots
kit-palette-by = trouvé par : { $word }
kit-help = Touches
kit-help-count = { $n ->
    [one] 1 touche
   *[other] { $n } touches
}
kit-help-page = page { $n } sur { $of }
kit-help-hint = tapez pour chercher une touche, un mot
kit-help-keys = ↑↓ choisir · Entrée lancer · Tab signes · Échap retour
kit-help-signs = Signes
kit-help-signs-keys = Tab touches · Échap retour
kit-help-not-now = pas maintenant
kit-help-none = Aucune touche ne correspond.
task-work = Traiter
task-order = Mettre en ordre
task-away = Ranger
task-find = Trouver
task-move = Se déplacer
task-more = Autres
task-everywhere = Partout
kit-cancel-hint = Échap retour
kit-prompt-hint = Entrée valider · Échap retour
kit-yes = oui
kit-no = non
kit-form-missing = à remplir
kit-form-not-found = choisissez parmi les noms trouvés
form-now = actuel : { $now }
form-now-empty = actuel : vide
form-changed-meanwhile = modifié entre-temps
form-text-moved = Le texte a été modifié entre-temps
form-text-now = Modifié entre-temps : { $now }
kit-editor-full = Ce texte est plein : 1 Mio au plus. Rien n’a été ajouté.
kit-editor-lines = Ce texte est plein : { $most } lignes au plus. Rien n’a été ajouté.
kit-editor-hidden = { $n ->
    [one] { $n } caractère invisible dans ce texte ({ $code }).
   *[other] { $n } caractères invisibles dans ce texte (dont { $code }).
}
kit-table-keys = Touches
kit-table-action = Ce qu’elles font

kit-keys-not-readable = Le fichier des touches est illisible : { $why }
kit-keys-unknown-id = [keys] { $id } : aucune action ne porte ce nom.
kit-keys-unknown-key = [keys] { $id } : « { $key } » n’est pas une touche. Écrivez c, G, Ctrl-d, Space, Enter, Shift-Tab, F1.
kit-keys-clash = { $scope } : la touche { $key } est demandée par { $first } et par { $second }.
kit-keys-moved = Des touches ont changé : { $moves }. Celles de votre fichier de touches restent les vôtres

kit-theme-dark = sombre
kit-theme-light = clair
kit-theme-contrast = contraste élevé
kit-theme-plain = sans couleur
kit-theme-ascii = ASCII seul

scope-list = Listes
act-move-down = Bas
act-move-down-help = Sélectionner la ligne suivante
act-move-up = Haut
act-move-up-help = Sélectionner la ligne précédente
act-move-top = Début
act-move-top-help = Sélectionner la première ligne
act-move-bottom = Fin
act-move-bottom-help = Sélectionner la dernière ligne
act-half-page-down = Demi-page bas
act-half-page-down-help = Descendre d’une demi-page
act-half-page-up = Demi-page haut
act-half-page-up-help = Monter d’une demi-page
act-page-down = Page bas
act-page-down-help = Descendre d’une page
act-page-up = Page haut
act-page-up-help = Monter d’une page

draft-back = Votre brouillon est revenu, avec ce que vous venez d’écrire.
draft-coming = Votre brouillon se charge.
draft-sending = Votre dernier texte est en cours d’enregistrement. Réessayez dans un instant.
edited-kept = Le texte de votre éditeur est gardé en brouillon, là où vous l’aviez commencé.

# Les noms des colonnes, aussi courts qu’elles.
column-due = Éch.
column-number = N°
column-client = Client
column-client-subject = Client · objet
column-subject = Objet
column-country = Pays
column-file = Fichier
column-width = Largeur
column-height = Hauteur
column-bytes = Taille
column-size = Pers.
column-stage = Étape
column-fix = Corr
column-who = Qui
column-turn = À qui d’agir
column-whose = À qui d’agir
column-received = Reçue
column-deadline = Délai
column-you = État
column-group = Gr.
column-what = Titre
column-where = Où
column-code = Code
column-wording = Rédaction
column-words = Mots
column-used = Employée
wording-own = la vôtre
wording-shipped = fournie
column-language = Lang
column-when = Quand
column-price = Prix
column-offers = Prop.
column-audience = Public
column-level = Niveau
column-posted = Publiée
column-left = Reste
column-total = Total
column-officer = Chargé
column-valid = Valable
column-tags = Étiquettes
column-request = Demande
column-name = Nom
column-roles = Rôles
column-keys = Clés
column-state = Accès
column-email = E-mail
column-waiting = En attente

ask-sort = Trier par
order-newest = Plus récentes d’abord
sort-turned = par colonne
office-usual = Prochaine action d’abord
people-usual = Accès ouverts d’abord

# Ce que veulent dire les signes des listes.
sign-late = En retard de notre côté
sign-others = À quelqu’un d’autre d’agir
sign-yours = À vous d’agir
sign-your-turn = À vous d’agir
sign-new = Pas encore lu
sign-here = Vous êtes ici
sign-sorted = Trié par cette colonne, et dans quel sens
sign-unsent = Votre texte, pas encore envoyé
sign-marked = Marquée
sign-asleep = En veille
sign-closed = Clôturée
sign-merged = Fusionnée avec une autre
sign-void = Annulée
sign-valid = Validée
sign-files = Reçue avec des fichiers
sign-looking = Un collègue la consulte
sign-writing = Un collègue y écrit une note
sign-several = Plusieurs demandes dans un e-mail
sign-subject = Objet à corriger
sign-deadline = Sans échéance
sign-copies = D’autres en copie
sign-favourite = Favorite
sign-stale = Sans proposition depuis longtemps
sign-signed = Signé
sign-out = Sans accès

# Ce qui est écrit sur les touches.
key-shift = Maj-
key-space = Espace
key-enter = Entrée
key-esc = Échap
key-backspace = Retour
key-delete = Suppr
key-insert = Inser
key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-home = Début
key-end = Fin
key-page-up = PagePréc
key-page-down = PageSuiv
