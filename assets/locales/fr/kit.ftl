# Les mots des éléments communs : listes, formulaires, boîtes. Chaque volet a ses propres fichiers.

kit-too-small = Cette fenêtre est trop petite.
    Entremise demande { $width } × { $height } ; celle-ci fait { $have-width } × { $have-height }.
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
kit-picker-one = ↑↓ parcourir · Enter choisir · Esc retour
kit-picker-several = Tab marquer · Enter valider · Esc retour
kit-picker-nothing = Rien ne correspond.
kit-picker-new = + nouveau : { $name }
kit-palette = Toutes les actions
kit-palette-not-now = (pas maintenant)
kit-help = Les touches ici
kit-help-close = j k parcourir · Esc fermer
kit-cancel-hint = Esc retour
kit-prompt-hint = Enter accepter · Esc retour
kit-yes = oui
kit-no = non
kit-form-missing = à remplir
kit-form-not-found = choisissez parmi les noms trouvés
form-now = désormais : { $now }
form-now-empty = désormais : vide
form-changed-meanwhile = modifié entre-temps
form-text-moved = Le texte a été modifié entre-temps
form-text-now = Désormais : { $now }
kit-editor-full = Ce texte est plein : 1 Mio au plus. Rien n’a été ajouté.
kit-editor-lines = Ce texte est plein : { $most } lignes au plus. Rien n’a été ajouté.
kit-editor-hidden = { $n ->
    [one] { $n } caractère invisible dans ce texte ({ $code }).
   *[other] { $n } caractères invisibles dans ce texte ({ $code } d’abord).
}
kit-table-keys = Touches
kit-table-action = Ce qu’elles font

kit-keys-not-readable = Le fichier des touches est illisible : { $why }
kit-keys-unknown-id = [keys] { $id } : aucune action ne porte ce nom.
kit-keys-unknown-key = [keys] { $id } : « { $key } » n’est pas une touche. Écrivez c, G, Ctrl-d, Space, Enter, Shift-Tab, F1.
kit-keys-clash = { $scope } : la touche { $key } est demandée par { $first } et par { $second }.
kit-keys-moved = Des touches ont changé : { $moves }. Votre fichier de touches garde celles qu’il nomme

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
