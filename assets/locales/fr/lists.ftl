# Les listes de l’organisation, à modifier : le volet, ses fenêtres, ses touches.
pane-lists = Listes
scope-lists = Listes de l’organisation
list-kinds = types de demande
list-kinds-help = Demandes et grille d’orientation. Qui prend un type, et à quels mots on le reconnaît, se règle avec `routing`.
list-work-help = Demandes, devis, opportunités, profils des animateurs et filtres.
list-audience-help = Devis, opportunités, tarifs, et le niveau requis par public.
list-level-help = Profils des animateurs et qui peut proposer. Le plus bas d’abord.
list-compliance-help = Profils des animateurs, et ce qui est requis avant une proposition.
list-task-help = La liste à cocher de chaque mission.
list-unit-help = Tarifs, et lignes de devis.
list-close-help = Clôture d’une demande, et statistiques.
list-subscription-help = Profils des animateurs.
list-pair = Paire
list-pair-hint = fr>nl, ou rien
list-pair-wrong = Écrivez deux langues différentes par leur code : fr>nl.
list-contains-in = Contient, { $language }
list-name-needed = Un nom est nécessaire : rien n’a été ajouté.
list-skill-help = Profils des animateurs, opportunités, et filtre par compétence.
list-tag-help = Demandes et devis, et filtre par étiquette.
list-decline-help = Décliner des conditions ou une proposition.
list-end-help = Terminer une opportunité sans mission.
column-list = Liste
column-entries = Éléments
column-retired = Retirés
column-changes = Modif.
column-place = N°
column-uses = Emplois
column-entry-state = État
list-state-in-use = en service
list-state-new = nouveau
list-state-renamed = renommé
list-state-retired = retiré
list-state-deleted = supprimé
list-state-back = rétabli
list-state-changed = modifié
list-state-moved = déplacé
list-missing = manque
list-missing-until = manque : « { $name } » d’ici là
list-no-name = (sans nom)
list-until = d’ici là : { $name }
list-key = Clé
list-key-stays = { $key } · ne change jamais
list-key-hint = d’après le nom
list-key-wrong = Commencez par une minuscule, puis minuscules, chiffres et _, { $most } au plus.
list-key-taken = Un autre élément a cette clé.
list-name-long = { $most } caractères au plus.
list-was = Était
list-means = Sens
list-means-deal = affaire conclue
list-means-over = le client a sa réponse, ou a renoncé
list-means-refused = refusée ; un motif doit être écrit
list-means-duplicate = la même demande existe déjà
list-means-no-request = ce n’est pas une demande
list-means-told = ce que dit le motif écrit
list-unused = aucun emploi
list-used-opportunities = { $n ->
    [one] { $n } opportunité
   *[other] { $n } opportunités
}
list-used-quotations = { $n } devis
list-used-profiles = { $n ->
    [one] { $n } ligne de profil
   *[other] { $n } lignes de profil
}
list-used-terms = { $n ->
    [one] { $n } ligne des conditions
   *[other] { $n } lignes des conditions
}
list-used-prices = { $n ->
    [one] { $n } ligne de tarif
   *[other] { $n } lignes de tarif
}
list-used-lines = { $n ->
    [one] { $n } ligne de devis
   *[other] { $n } lignes de devis
}
list-used-task = { $n ->
    [one] { $n } mission
   *[other] { $n } missions
}
list-used-requests = { $n ->
    [one] { $n } demande
   *[other] { $n } demandes
}
list-used-close = { $n ->
    [one] { $n } demande
   *[other] { $n } demandes
}
list-used-subscription = { $n ->
    [one] { $n } ligne de profil
   *[other] { $n } lignes de profil
}
list-used-elsewhere = { $n ->
    [one] { $n } emploi
   *[other] { $n } emplois
}
list-stands-retired = Retiré : il reste où il est employé, et ne peut plus être choisi. X le rouvre.
list-stands-deleted = Supprimé dès que vous appliquez : rien ne l’emploie. X le garde.
list-kind-to = Va à
list-kind-copy = Copie à
list-kind-words = Reconnu à
list-kind-edited-by = Cela se règle avec `routing`.
list-kind-new = Nouveau : personne ne le prend encore, aucun mot ne le fait reconnaître. Une fois appliqué, `routing` règle les deux.
list-entries = Éléments
list-no-entries = Aucun élément
list-entry-retired = – { $name } (retiré)
lists-filter-hint = nom, clé, état
lists-none-found = Rien ne correspond au filtre.
empty-lists = Aucune liste à modifier.
empty-list =
    Aucun élément.
    n en ajoute un.
empty-list-entry = Aucun élément n’est sélectionné.
lists-changes = Ce qui change
lists-history = Historique
lists-changed = { $n ->
    [one] { $n } modification
   *[other] { $n } modifications
}
lists-no-draft = Aucune modification à appliquer.
lists-meanwhile = Modifié entre-temps
lists-meanwhile-by = Par { $by }, { $when }. Vos modifications viennent désormais par-dessus : vérifiez-les, puis appuyez sur y.
lists-history-none = Cette liste n’a pas encore été modifiée.
list-change-new = Nouveau, n° { $place } : { $name }
list-change-deleted = Supprimé : { $name }
list-change-retired = Retiré : { $name }
list-change-back = De nouveau en service, n° { $place } : { $name }
list-change-changed = Modifié : { $name }
list-change-moved = Déplacé au n° { $place } : { $name }
list-change-renamed = { $was } → { $now } ({ $language })
list-follows-renamed = Le nouveau nom apparaît sur : { $used }
list-follows-retired = Reste sur : { $used }
list-follows-none = Emplois : { $used }
lists-apply-title = Appliquer { $n ->
    [one] { $n } modification
   *[other] { $n } modifications
}
lists-figure-follow = { $n ->
    [one] emploi prend le nouveau nom
   *[other] emplois prennent le nouveau nom
}
lists-figure-keep = { $n ->
    [one] emploi garde ce qui est retiré
   *[other] emplois gardent ce qui est retiré
}
lists-figure-gone = { $n ->
    [one] élément est supprimé : rien ne l’emploie
   *[other] éléments sont supprimés : rien ne les emploie
}
list-form-edit = Modifier « { $name } »
list-form-new = { $list } : nouveau
list-form-kept = Gardé : la même touche le reprend
list-said-retired = « { $name } » sera retiré : { $n ->
    [one] { $n } emploi le garde
   *[other] { $n } emplois le gardent
}
list-said-deleted = « { $name } » sera supprimé : rien ne l’emploie
list-said-dropped = « { $name } » n’est plus ajouté
list-said-back = « { $name } » peut être choisi
list-said-undone = Dernière modification du brouillon annulée
list-said-discarded = Brouillon abandonné
copy-key = Clé dans les commandes et les fichiers
why-no-entry = Aucun élément n’est sélectionné
why-list-none = Aucune liste n’est sélectionnée
why-no-list-draft = Aucune modification à appliquer : ouvrez une liste, puis e ou n
why-list-same = Cette liste n’est pas modifiée
why-list-full = Une liste a { $most } éléments au plus. Supprimez-en un d’abord.
why-list-closed = Ouvrez d’abord la liste avec Entrée
why-list-changes = Appuyez d’abord sur Échap : cette page montre ce qui change
why-entry-open = Il est déjà ouvert
why-list-compared = C’est déjà ouvert
why-entry-struck = Il va être supprimé. X le garde.
why-entry-retired = Il est déjà retiré
why-entry-offered = Il peut déjà être choisi
why-entry-last = Il faut au moins un élément à choisir dans cette liste. Ajoutez-en d’abord un autre.
why-entry-first = C’est déjà le premier
why-entry-lowest = C’est déjà le dernier
act-open-list = Ouvrir
act-open-list-help = Ouvrir la liste sélectionnée
act-edit-entry = Modifier
act-edit-entry-help = Modifier le nom de l’élément dans chaque langue
act-new-entry = Nouveau
act-new-entry-help = Ajouter un élément à la liste
act-retire-entry = Retirer
act-retire-entry-help = Retirer l’élément, ou le supprimer quand rien ne l’emploie
act-return-entry = Rouvrir
act-return-entry-help = Rétablir un élément retiré ou en cours de suppression
act-raise-entry = Monter
act-raise-entry-help = Monter l’élément : c’est l’ordre de tous les menus
act-lower-entry = Descendre
act-lower-entry-help = Descendre l’élément : c’est l’ordre de tous les menus
act-compare-lists = Comparer
act-compare-lists-help = Voir ce qui change et tout ce qui en découle
act-apply-lists = Appliquer
act-apply-lists-help = Appliquer les modifications des listes ; u les annule
act-undo-list-draft = Annuler
act-undo-list-draft-help = Annuler la dernière modification du brouillon
act-discard-lists = Abandonner
act-discard-lists-help = Abandonner ce qui n’est pas appliqué : de cette liste, ou tout
act-discard-list = Cette liste
act-discard-list-help = Abandonner les modifications de cette liste
act-discard-all-lists = Tout le brouillon
act-discard-all-lists-help = Abandonner toutes les modifications non appliquées des listes
act-list-history = Historique
act-list-history-help = Voir qui a modifié cette liste, et quand
act-open-entry = Ouvrir
act-open-entry-help = Afficher l’élément en entier
act-show-lists = Listes
act-show-lists-help = Voir et modifier les listes de l’organisation
