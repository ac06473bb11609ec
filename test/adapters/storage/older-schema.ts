/** Takes a database back to what it was before conversations knew their address. */
export const UNDO_STEP_3 = `
  ALTER TABLE reservations RENAME COLUMN held_until TO created_at;
  DROP TABLE holders; ALTER TABLE tasks DROP COLUMN holder; ALTER TABLE tasks DROP COLUMN attempts;
  DROP INDEX turns_by_question; ALTER TABLE turns DROP COLUMN asked_message_id;
  DROP TABLE shown_messages; DROP TABLE guild_settings; DROP TABLE guilds_greeted;
  DROP INDEX conversations_by_address; DROP INDEX conversations_by_source; DROP INDEX conversations_by_use;
  DROP INDEX tasks_by_guild; DROP INDEX tasks_by_person; DROP INDEX tasks_by_time;
  ALTER TABLE conversations DROP COLUMN address_key;
  ALTER TABLE conversations DROP COLUMN source_message_id;
  ALTER TABLE conversations DROP COLUMN used_at;
  ALTER TABLE tasks DROP COLUMN guild_id;
  ALTER TABLE tasks DROP COLUMN person_id;
  DELETE FROM schema_version WHERE version > 2;
`
