import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { inTransaction } from './in-transaction.ts'
import { DamagedRow } from './storage-failure.ts'

/**
 * The schema, step by step. A step that has been released never changes: the next one is appended. The number of a
 * step, counted from 1, is the schema version of a database that has it.
 *
 * Times are milliseconds since the epoch. Columns named after a core type hold its JSON. A text is kept as JSON too,
 * because a TEXT column would replace half a surrogate pair and offsets must never move.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE texts (
    id TEXT PRIMARY KEY,           -- hash of the words: the same words are stored once, wherever they were read
    text TEXT NOT NULL
  );
  CREATE TABLE articles (
    id TEXT PRIMARY KEY,           -- hash of everything known: the same words read at two addresses are two readings
    content_id TEXT NOT NULL,      -- article.id
    text_id TEXT NOT NULL REFERENCES texts (id),
    article TEXT NOT NULL          -- without its text
  );
  CREATE INDEX articles_by_content ON articles (content_id);
  CREATE INDEX articles_by_text ON articles (text_id);

  CREATE TABLE conversations (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    lines_left_out INTEGER NOT NULL,
    summary TEXT,
    placed INTEGER NOT NULL,
    guild_id TEXT,
    channel_id TEXT,
    thread_id TEXT,
    card_message_id TEXT,
    person_id TEXT,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX conversations_by_article ON conversations (article_id);
  CREATE INDEX conversations_by_guild ON conversations (guild_id);
  CREATE INDEX conversations_by_channel ON conversations (channel_id);
  CREATE INDEX conversations_by_thread ON conversations (thread_id);
  CREATE INDEX conversations_by_card ON conversations (card_message_id);
  CREATE INDEX conversations_by_person ON conversations (person_id);

  CREATE TABLE turns (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    person_id TEXT,
    turn TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX turns_by_conversation ON turns (conversation_id, sequence);
  CREATE INDEX turns_by_person ON turns (person_id);

  CREATE TABLE tasks (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('running', 'failed', 'done')),
    request TEXT NOT NULL,
    reply_channel_id TEXT,
    reply_message_id TEXT,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX tasks_running ON tasks (sequence) WHERE state = 'running';

  CREATE TABLE calls (
    day TEXT PRIMARY KEY,
    used INTEGER NOT NULL
  );

  CREATE TABLE cache (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (namespace, key)
  );
  CREATE INDEX cache_by_expiry ON cache (expires_at);
  `,
  `
  CREATE TABLE spending (
    period TEXT NOT NULL,          -- a UTC day, 2026-11-22, or a month, 2026-11
    guild_id TEXT NOT NULL,        -- '' for everybody together
    calls INTEGER NOT NULL DEFAULT 0,
    nanodollars INTEGER NOT NULL DEFAULT 0,
    unpriced_tokens INTEGER NOT NULL DEFAULT 0,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (period, guild_id)
  ) WITHOUT ROWID;
  INSERT INTO spending (period, guild_id, calls) SELECT day, '', used FROM calls;
  INSERT INTO spending (period, guild_id, calls)
    SELECT substr(day, 1, 7) AS month, '', sum(used) FROM calls GROUP BY month;
  DROP TABLE calls;

  CREATE TABLE reservations (      -- calls that run or whose end nobody saw: their worst case is part of spending
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    guild_id TEXT NOT NULL,
    nanodollars INTEGER NOT NULL,
    unpriced_tokens INTEGER NOT NULL,
    is_over INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX reservations_by_day ON reservations (day);

  CREATE TABLE caps_reached (      -- so that each share of a cap is told once in its period
    period TEXT NOT NULL,
    guild_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    percent INTEGER NOT NULL,
    PRIMARY KEY (period, guild_id, unit, percent)
  ) WITHOUT ROWID;

  CREATE TABLE uses (
    kind TEXT NOT NULL,
    guild_id TEXT,
    person_id TEXT NOT NULL,
    used_at INTEGER NOT NULL
  );
  CREATE INDEX uses_by_guild ON uses (kind, guild_id, used_at);
  CREATE INDEX uses_by_person ON uses (kind, person_id, used_at);
  CREATE INDEX uses_by_time ON uses (used_at);
  `,
  `
  ALTER TABLE conversations ADD COLUMN address_key TEXT;       -- of the address that was given, NULL for a paste or a file
  ALTER TABLE conversations ADD COLUMN source_message_id TEXT; -- the message that gave the article: when it goes, so does the card
  ALTER TABLE conversations ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
  UPDATE conversations SET used_at = max(created_at,
    coalesce((SELECT max(created_at) FROM turns WHERE conversation_id = conversations.id), 0));
  CREATE INDEX conversations_by_address ON conversations (guild_id, address_key);
  CREATE INDEX conversations_by_source ON conversations (source_message_id);
  CREATE INDEX conversations_by_use ON conversations (used_at);

  CREATE TABLE shown_messages (    -- answers and other messages of ours that show something of a conversation, beside its card
    message_id TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    person_id TEXT,
    asked_message_id TEXT          -- the message of the question, where there is one: when it goes, so does the answer
  );
  CREATE INDEX shown_messages_by_question ON shown_messages (asked_message_id);
  CREATE INDEX shown_messages_by_conversation ON shown_messages (conversation_id);
  CREATE INDEX shown_messages_by_person ON shown_messages (person_id);

  ALTER TABLE turns ADD COLUMN asked_message_id TEXT;
  CREATE INDEX turns_by_question ON turns (asked_message_id);

  ALTER TABLE tasks ADD COLUMN guild_id TEXT;
  ALTER TABLE tasks ADD COLUMN person_id TEXT;
  CREATE INDEX tasks_by_guild ON tasks (guild_id);
  CREATE INDEX tasks_by_person ON tasks (person_id);
  CREATE INDEX tasks_by_time ON tasks (created_at);

  CREATE TABLE guild_settings (
    guild_id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,        -- JSON of GuildSettings
    changed_at INTEGER NOT NULL
  );
  CREATE TABLE guilds_greeted (    -- so that the first message in a guild is the only one
    guild_id TEXT PRIMARY KEY,
    greeted_at INTEGER NOT NULL
  );
  `,
  `
  ALTER TABLE tasks ADD COLUMN holder TEXT;                    -- the process that does it
  ALTER TABLE tasks ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
  -- Until when the process of a call has said that it runs; nobody knows of those that there are.
  ALTER TABLE reservations RENAME COLUMN created_at TO held_until;
  CREATE TABLE holders (           -- processes that do tasks, and until when each has said that it lives
    id TEXT PRIMARY KEY,
    shards TEXT NOT NULL,          -- JSON of their numbers
    of_shards INTEGER NOT NULL,
    lives_until INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
]

/** In every schema. Each step is one transaction, so there is no database with one of them alone. */
const OURS = ['schema_version', 'conversations']

/**
 * The schema version of a database, 0 for a new one.
 * Throws `storage-unavailable` where another program made it, or a newer Footnote.
 */
export function readVersion(database: DatabaseSync, name: string): number {
  const names = database
    .prepare('SELECT name FROM sqlite_schema')
    .all()
    .map((row) => row['name'])
  if (names.length === 0) return 0
  if (!OURS.every((table) => names.includes(table))) {
    throw refusal(name, 'belongs to another program. Name another file in STORAGE_URL.')
  }
  const version = database.prepare('SELECT max(version) AS version FROM schema_version').get()?.['version']
  if (typeof version !== 'number' || version < 1) throw new DamagedRow('It does not say which schema it has')
  if (version > MIGRATIONS.length) {
    const versions = `schema ${version}, this one knows ${MIGRATIONS.length}`
    throw refusal(
      name,
      `was written by a newer Footnote (${versions}). Update Footnote, or name another file in STORAGE_URL.`,
    )
  }
  return version
}

const refusal = (name: string, predicate: string): FootnoteError =>
  new FootnoteError('storage-unavailable', `Footnote's database (${name}) ${predicate}`)

/** Brings a database to the newest schema, each step in its own transaction; several processes may do so at once. */
export function migrate(
  database: DatabaseSync,
  { clock, name }: { readonly clock: Clock; readonly name: string },
): void {
  // Asked without a lock first, so that opening a finished database, or one that can only be read, writes nothing.
  while (readVersion(database, name) < MIGRATIONS.length) {
    inTransaction(database, () => {
      // Asked again under the lock: another process may have taken this step meanwhile.
      const version = readVersion(database, name)
      const step = MIGRATIONS[version]
      if (step === undefined) return
      if (version === 0) {
        database.exec(
          'CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)',
        )
      }
      database.exec(step)
      database
        .prepare('INSERT INTO schema_version (version, applied_at) VALUES (?, ?)')
        .run(version + 1, clock())
    })
  }
}
