DROP TABLE clock_index;
DROP TABLE incident_index;
