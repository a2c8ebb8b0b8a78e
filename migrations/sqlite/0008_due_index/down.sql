DROP TABLE due_index;
