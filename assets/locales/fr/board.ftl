# Les opportunités.

pane-board = Opportunités
board-title = Opportunités en attente

board-empty-staff = Aucune opportunité en attente.
    Une offre acceptée ou une demande paraît ici pour les animateurs : en Sous-traitance quand la structure a fixé le prix et garde le contrat, en Apport d’affaires quand c’est au coordinateur de prendre contact avec le client.
    Leurs propositions seront à côté.
board-empty-facilitator = Aucune opportunité en attente.
    Quand la structure cherche quelqu’un pour un atelier ou une formation, vous le trouvez ici : le groupe, le pays, la langue, les dates et le nombre de participants.
    Vous pouvez laisser cet écran ouvert. Ce qui paraît s’affiche tout seul, le plus récent d’abord.
board-empty-client = Rien n’est en attente pour vous ici.
    La structure reste en contact avec vous par mail.
