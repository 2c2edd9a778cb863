# Les personnes, leurs clés et leurs invitations.

pane-people = Personnes
scope-people = Personnes
people-title = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
} ayant accès

# Dans la liste : 8 colonnes au plus.
people-keys = { $n ->
    [one] { $n } clé
   *[other] { $n } clés
}
# Dans la liste : 14 colonnes au plus.
people-invitations = { $n ->
    [one] { $n } invitation
   *[other] { $n } invitations
}

people-out = sans accès
people-filter-hint = un nom, un e-mail, un rôle
empty-people = Personne ne correspond.
    Échap efface le filtre ; n ajoute une personne.
empty-person = Aucune personne n’est sélectionnée.
    Choisissez dans la liste, ou ajoutez une personne avec n.

act-open-person = Ouvrir
act-open-person-help = Ouvrir la personne choisie
act-invite = Inviter
act-invite-help = Inviter la personne : un code à usage unique lie sa clé
act-add-person = Ajouter une personne
act-add-person-help = Ajouter une personne
act-edit-person = Nom et e-mail
act-edit-person-help = Corriger le nom et l’e-mail de la personne
act-roles = Rôles
act-roles-help = Choisir les rôles de la personne
act-disable = Fermer l’accès
act-disable-help = Fermer l’accès de la personne
act-enable = Rouvrir
act-enable-help = Rouvrir l’accès de la personne
act-add-key = Ajouter une clé
act-add-key-help = Ajouter une clé publique remise par la personne
act-person-new = Nouveau
act-person-new-help = Ajouter une personne, en inviter une, ou ajouter une clé qu’elle a remise
act-person-edit = Modifier
act-person-edit-help = Corriger nom et e-mail, choisir les rôles, ou nommer une clé
act-person-withdraw = Retirer
act-person-withdraw-help = Retirer l’accès, une clé ou une invitation
act-revoke-key = Révoquer une clé
act-revoke-key-help = Révoquer une clé définitivement
act-name-key = Nommer une clé
act-name-key-help = Donner un nom à une clé
act-attest = Attester
act-attest-help = Noter les niveaux et documents vus d’un animateur ou d’une société
act-firm-manager = Nommer gérant
act-firm-manager-help = Nommer cette personne gérante d’une société qui n’en a plus
act-withdraw = Retirer une invitation
act-withdraw-help = Retirer une invitation

why-nobody = Aucune personne n’est sélectionnée : choisissez-en une, ou ajoutez-en une avec n
why-person-open = La personne est déjà ouverte : Échap revient à la liste
why-is-in = Cette personne a déjà accès
why-is-out = Son accès est déjà fermé : X le rouvre
why-no-keys = Aucune clé en service : n envoie une invitation, ou ajoute une clé remise
why-no-facilitator = N’est pas animateur
why-firm-managed = Sa société a un gérant
why-no-invitations = Aucune invitation ouverte : n en crée une

# Intitulés d’une personne : 13 colonnes au plus.
person-name = Nom
person-mail = E-mail
person-roles = Rôles
person-firm = Société
person-state = Accès
person-keys = clés
person-invitations = invitations

person-no-mail = inconnu
person-in = ouvert
person-out = fermé : ses clés ne donnent plus accès
person-no-keys = Pas encore de clé : n envoie une invitation, ou ajoute une clé remise.
person-no-keys-out = Aucune clé.

key-added = depuis { $since }, ajoutée par { $by }
key-by-code = depuis { $since }, par une invitation
key-revoked = révoquée ({ $at }) : ne donne plus accès
key-no-name = (sans nom)
invitation-line = { $id } · jusqu’au { $until } ({ $away }) · par { $by } · x la retire

form-add-person = Ajouter une personne
form-edit-person = Modifier { $name }
form-roles = Rôles de { $name }
key-name-example = portable, bureau, téléphone

key-problem-private = C’est une clé privée : ne la donnez jamais. Collez la ligne du fichier en .pub
key-problem-unreadable = Pas une clé publique : collez id_ed25519.pub, ou faites : ssh-keygen -t ed25519
key-problem-kind = { $kind } n’est pas accepté : faites ssh-keygen -t ed25519
key-problem-short = RSA de { $bits } bits est trop court : faites ssh-keygen -t ed25519

ask-invite = Inviter { $name } : jusqu’à quand ?
ask-invite-hint = Entrée seule : 48 heures
ask-key-line = Une clé pour { $name } : collez sa ligne
ask-revoke = Révoquer quelle clé ?
ask-name-key = Nommer quelle clé ?
ask-new-name = Comment s’appelle cette clé ?
ask-withdraw = Retirer quelle invitation ?

confirm-disable = Fermer l’accès
confirm-disable-question = { $name } n’aura plus accès. Rien n’est perdu ; X rouvre l’accès.
confirm-disable-yes = fermer l’accès
confirm-firm-manager = { $name } va gérer { $firm } : inviter, retirer, donner les rôles. Aucun gérant ne peut se connecter.
confirm-firm-manager-yes = nommer gérant
ask-attest-firm = Quelle société
form-attest = Attester : { $name }
attest-compliance = Documents vus
attest-no-level = aucun
ends-sessions = { $n ->
    [one] session ouverte s’arrête
   *[other] sessions ouvertes s’arrêtent
}
disable-keys = { $n ->
    [one] clé ne donne plus accès
   *[other] clés ne donnent plus accès
}
disable-invitations = { $n ->
    [one] invitation n’est plus valable
   *[other] invitations ne sont plus valables
}
disable-waiting = { $n ->
    [one] demande l’attend : attribuez-la à quelqu’un
   *[other] demandes l’attendent : attribuez-les
}
confirm-revoke = Révoquer
confirm-revoke-question = Cette clé de { $name } ne donnera plus accès et ne pourra plus être ajoutée.
confirm-revoke-yes = révoquer

code-title = Invitation pour { $name }
code-until = Ce code ne s’affiche qu’une fois. Il vaut pour une clé, jusqu’au { $until }.
code-how = { $name } tape ceci, puis le code quand il est demandé :
code-no-door = Aucun serveur ne tourne ici : lancez « entremise serve », qui dit comment entrer.
code-keys = Y copie le code · Entrée ou Échap referme définitivement
