# L’accueil : ce qui attend la personne qui regarde, et ce qui se trouve à côté.

pane-home = Accueil
scope-home = Accueil
home-title = { $day } · semaine { $week }
home-summary = { $n } à faire
home-summary-late = { $n } à faire · { $late } en retard
home-beside = En bref

act-open-line = Ouvrir
act-open-line-help = Ouvrir la ligne sélectionnée ; Échap y revient

home-col-due = Échéance
home-col-do = À faire
home-col-number = N°
home-col-about = Sujet
home-col-amount = Montant
home-more = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}

home-nothing = Rien ne vous attend.
home-nothing-assigned = Rien ne vous attend, et toutes les demandes sont attribuées.
home-nothing-unassigned = Rien ne vous attend.
    { $n ->
        [one] { $n } demande est à attribuer : Entrée la montre, c vous l’attribue.
       *[other] { $n } demandes sont à attribuer : Entrée les montre, c vous en attribue une.
    }
home-nothing-facilitator = Rien ne vous attend. 2 montre les opportunités.
home-nothing-client = Rien à décider.
    Devis et propositions apparaissent ici dès qu’ils vous attendent.

# Ce qui est à faire : 26 colonnes au plus.
home-verb-read-and-reply = Lire et répondre
home-verb-reply = Répondre
home-verb-call-again = Rappeler
home-verb-set-group = Décider du groupe
home-verb-quote = Établir le devis
home-verb-post = Publier
home-verb-brief = Rédiger le brief
home-verb-price = Chiffrer
home-verb-assemble = Assembler
home-verb-send-to-client = Vérifier et envoyer
home-verb-find-facilitator = Trouver un animateur
home-verb-decide-next = Décider de la suite
home-verb-choose-formula = Choisir la formule
home-verb-agree-terms = Accepter les conditions
home-verb-confirm-terms = Confirmer les conditions
home-verb-plan = Planifier les séances
home-verb-hold-session = Animer la séance
home-verb-note-present = Noter les présents
home-verb-deliver = Livrer la mission
home-verb-decide-quotation = Accepter ou décliner
home-verb-judge = { $n ->
    [one] Juger { $n } proposition
   *[other] Juger { $n } propositions
}
home-verb-choose = { $n ->
    [one] Retenir : { $n } proposition
   *[other] Retenir : { $n } propositions
}

home-week = Les cinq prochains jours
home-due = { $n ->
    [one] { $n } échéance
   *[other] { $n } échéances
}

home-apply = Vous pouvez proposer
home-apply-of = { $n } sur { $of }
home-apply-nothing = Rien en ce moment. La fiche de chaque opportunité dit ce qui vous manque.
home-online = en ligne
home-price-yours = votre prix

home-credits = Crédits
home-under-way = En cours
home-progress-proposals = { $n ->
    [0] pas encore de proposition
    [one] { $n } proposition
   *[other] { $n } propositions
}
home-progress-selected = retenue, à confirmer
home-progress-running = { $of ->
    [one] séance tenue : { $n } sur { $of }
   *[other] séances tenues : { $n } sur { $of }
}
home-progress-delivered = livrée

home-team = L’équipe
home-nobody = à attribuer

home-nothing-reader = Rien ne vous attend.
    { $n ->
        [one] { $n } demande est à attribuer : Entrée la montre.
       *[other] { $n } demandes sont à attribuer : Entrée les montre.
    }
home-duty-people = Vous gérez personnes, clés et invitations : Entrée les ouvre.
home-duty-credits = Vous accordez les crédits des animateurs : Entrée demande à qui.

home-figures = Demandes
home-figures-days = 90 derniers jours
home-figure-received = Reçues
home-figure-in-time = Répondues à temps
home-figure-concretised = Concrétisées
home-share = { $n } %
home-brief-received = { $n ->
    [one] { $n } reçue
   *[other] { $n } reçues
}
home-brief-in-time = { $n ->
    [one] { $n } répondue à temps
   *[other] { $n } répondues à temps
} ({ $share } %)
home-brief-concretised = { $n ->
    [one] { $n } concrétisée
   *[other] { $n } concrétisées
} ({ $share } %)

home-contact = Votre interlocuteur
home-contact-copy = Y copie l’adresse
home-whom = À qui vous adresser
home-whom-first = Pôle prestataires

home-missing = { $n ->
    [one] Mise en place : il manque 1 chose
   *[other] Mise en place : il manque { $n } choses
} · { $first }
home-doors = Clés et invitations
home-doors-more = { $n ->
    [one] { $n } autre invitation
   *[other] { $n } autres invitations
}
home-doors-without = { $n ->
    [one] { $n } personne sans clé ni invitation
   *[other] { $n } personnes sans clé ni invitation
}
home-invitation-open = invitation (fin : { $at })
home-invitation-ended = invitation expirée ({ $at })

home-lately = Vos dernières actions
