# The opportunity board.

pane-board = Board
board-title = Pending opportunities

board-empty-staff = No opportunity is pending.
    An accepted offer or a request is posted here for the facilitators: as Subcontracting when the house has set the price and keeps the contract, as Client introduction when the coordinator is to reach out to the client.
    Their proposals will stand beside it.
board-empty-facilitator = No opportunity is pending.
    When the house looks for somebody to run a workshop or a training, you find it here: the group, the country, the language, the dates and how many take part.
    You can leave this open. What is posted appears by itself, the newest first.
board-empty-client = Nothing is pending for you here.
    The house’s people keep in touch with you by mail.
