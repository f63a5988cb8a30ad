// What a source hangs on a row: kept on the row as it came, for passing on; nothing here searches it (decision 20).

/** HSDS `attribute` on a part: a term of the vocabulary by its id. */
export interface Link {
  id: string;
  taxonomy_term_id: string;
  link_type: string | null;
  value: string | null;
  label: string | null;
  metadata: Change[] | null;
}

/** HSDS `metadata`: one change that a source tells of an object. */
export interface Change {
  id: string;
  last_action_date: string;
  last_action_type: string;
  field_name: string;
  previous_value: string;
  replacement_value: string;
  updated_by: string;
}
