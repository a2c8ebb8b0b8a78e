DROP TABLE ledger;
DROP TABLE chain_head;
