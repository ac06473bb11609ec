-- Tables with rows and indexes on the keys of a server. Every script begins with this file, so that the others read like the
-- SQL of src/adapters/storage. A script is one step: nobody sees half of it. It may be sent twice, where the connection
-- broke before its answer came, and then has to leave what one run leaves.
--
--   footnote:TABLE:ID            a row, as a hash; a column without a value is not there
--   footnote:TABLE               the ids of all rows, in the table's order
--   footnote:TABLE/COLUMN:VALUE  the ids of the rows with that value, in the same order; `a+b` is an index on two columns
--   footnote:TABLE/COLUMN        of a column of times: the ids by that time; of guild_id: all values that there are

local PREFIX = 'footnote:'

-- `order`: a column of numbers, or nothing for a table whose ids are in order themselves; else the order in which rows came.
-- `except`: a value that nobody looks for.
local TABLES = {
  texts = { indexes = {} },
  articles = { indexes = { 'text_id' } },
  conversations = {
    indexes = {
      'article_id', 'guild_id', 'channel_id', 'thread_id', 'card_message_id', 'source_message_id', 'person_id',
      'address_key', 'guild_id+address_key',
    },
    time = 'used_at',
  },
  turns = { indexes = { 'conversation_id', 'person_id', 'asked_message_id' } },
  shown_messages = { indexes = { 'conversation_id', 'person_id', 'asked_message_id' } },
  tasks = {
    indexes = {
      'state', 'guild_id', 'person_id', 'reply_channel_id', 'request_channel_id', 'request_message_id', 'retried_by',
    },
    time = 'created_at',
    except = { state = 'done' },
  },
  holders = { indexes = {}, order = 'id', time = 'lives_until' },
  uses = { indexes = { 'guild_id', 'kind+guild_id', 'kind+person_id' }, order = 'used_at' },
  guild_settings = { indexes = {} },
  guilds_greeted = { indexes = {} },
  spending = { indexes = {}, order = 'id' },
  reservations = { indexes = { 'day' }, time = 'held_until' },
  caps_reached = { indexes = {}, order = 'id' },
}

-- What TypeScript gives with a call, by name: text throughout, and nothing where it gives null.
local given = {}
for at = 1, #ARGV, 2 do
  given[ARGV[at]] = ARGV[at + 1]
end

-- Of a number as a whole one: Lua would write a time as 1.7637984e+12.
local function whole(number)
  return string.format('%.0f', number)
end

local function row_key(name, id)
  return PREFIX .. name .. ':' .. id
end

local function all_key(name)
  return PREFIX .. name
end

local function index_key(name, columns, value)
  return PREFIX .. name .. '/' .. columns .. ':' .. value
end

local function exists(name, id)
  return redis.call('EXISTS', row_key(name, id)) == 1
end

-- One column of a row: false where it has no value, or there is no such row.
local function column(name, id, which)
  return redis.call('HGET', row_key(name, id), which)
end

-- Some columns of a row, by name.
local function columns_of(name, id, which)
  local row = {}
  local values = redis.call('HMGET', row_key(name, id), unpack(which))
  for at, value in ipairs(values) do
    if value then row[which[at]] = value end
  end
  return row
end

-- A row as it is answered with: names and values in turn.
local function answer(name, id)
  local flat = redis.call('HGETALL', row_key(name, id))
  flat[#flat + 1] = 'id'
  flat[#flat + 1] = id
  return flat
end

local function answers(name, ids)
  local rows = {}
  for at, id in ipairs(ids) do rows[at] = answer(name, id) end
  return rows
end

-- These of the given values, as a row; what is null becomes false, which takes the column out of a row that is there.
local function row_of(columns)
  local row = {}
  for _, name in ipairs(columns) do row[name] = given[name] or false end
  return row
end

-- What a row is found by under an index: nothing where a column has no value.
local function value_of(definition, columns, row)
  local values = {}
  for name in string.gmatch(columns, '[^+]+') do
    local value = row[name]
    if not value or (definition.except and definition.except[name] == value) then return nil end
    values[#values + 1] = value
  end
  return table.concat(values, '+')
end

local function score_of(definition, row)
  if definition.order == 'id' then return '0' end
  return row[definition.order or 'sequence']
end

local function enter(name, columns, value, score, id)
  redis.call('ZADD', index_key(name, columns, value), score, id)
  if columns == 'guild_id' then redis.call('SADD', PREFIX .. name .. '/guild_id', value) end
end

local function leave(name, columns, value, id)
  local key = index_key(name, columns, value)
  redis.call('ZREM', key, id)
  if columns == 'guild_id' and redis.call('EXISTS', key) == 0 then
    redis.call('SREM', PREFIX .. name .. '/guild_id', value)
  end
end

-- Adds a row that is not there yet.
local function insert(name, id, row)
  local definition = TABLES[name]
  if not definition.order and not row.sequence then
    row.sequence = whole(redis.call('INCR', PREFIX .. 'sequence'))
  end
  local fields = {}
  for column_name, value in pairs(row) do
    if value then
      fields[#fields + 1] = column_name
      fields[#fields + 1] = value
    end
  end
  redis.call('HSET', row_key(name, id), unpack(fields))
  local score = score_of(definition, row)
  redis.call('ZADD', all_key(name), score, id)
  for _, columns in ipairs(definition.indexes) do
    local value = value_of(definition, columns, row)
    if value then enter(name, columns, value, score, id) end
  end
  if definition.time then redis.call('ZADD', PREFIX .. name .. '/' .. definition.time, row[definition.time], id) end
end

-- The columns that indexes and orders are made of.
local function indexed_columns(definition)
  local which = { definition.time or 'sequence' }
  if not definition.order then which[#which + 1] = 'sequence' end
  if definition.order and definition.order ~= 'id' then which[#which + 1] = definition.order end
  for _, columns in ipairs(definition.indexes) do
    for name in string.gmatch(columns, '[^+]+') do which[#which + 1] = name end
  end
  return which
end

-- Changes columns of a row; false takes one out. Says whether there is such a row.
local function update(name, id, changes)
  if not exists(name, id) then return false end
  local definition = TABLES[name]
  local before = columns_of(name, id, indexed_columns(definition))
  local after = {}
  for column_name, value in pairs(before) do after[column_name] = value end
  for column_name, value in pairs(changes) do
    after[column_name] = value or nil
    -- First what needs no memory: a server that has none left lets a script end what it has begun.
    if not value then redis.call('HDEL', row_key(name, id), column_name) end
  end
  for column_name, value in pairs(changes) do
    if value then redis.call('HSET', row_key(name, id), column_name, value) end
  end
  local score = score_of(definition, after)
  local has_moved = score ~= score_of(definition, before)
  if has_moved then redis.call('ZADD', all_key(name), score, id) end
  for _, columns in ipairs(definition.indexes) do
    local old, new = value_of(definition, columns, before), value_of(definition, columns, after)
    if old and old ~= new then leave(name, columns, old, id) end
    if new and (old ~= new or has_moved) then enter(name, columns, new, score, id) end
  end
  local time = definition.time
  if time and before[time] ~= after[time] then
    redis.call('ZADD', PREFIX .. name .. '/' .. time, after[time], id)
  end
  return true
end

-- Takes a row out. Says whether there was one.
local function delete(name, id)
  if not exists(name, id) then return false end
  local definition = TABLES[name]
  local row = columns_of(name, id, indexed_columns(definition))
  redis.call('DEL', row_key(name, id))
  redis.call('ZREM', all_key(name), id)
  for _, columns in ipairs(definition.indexes) do
    local value = value_of(definition, columns, row)
    if value then leave(name, columns, value, id) end
  end
  if definition.time then redis.call('ZREM', PREFIX .. name .. '/' .. definition.time, id) end
  return true
end

-- The ids of the rows with that value, in the table's order.
local function ids_with(name, columns, value)
  return redis.call('ZRANGE', index_key(name, columns, value), 0, -1)
end

-- The id of the newest of them, or false.
local function newest_with(name, columns, value)
  return redis.call('ZRANGE', index_key(name, columns, value), -1, -1)[1] or false
end

local function any_with(name, columns, value)
  return redis.call('EXISTS', index_key(name, columns, value)) == 1
end

-- Several lists of ids of one table as one, each id once, in the order in which the rows came.
local function in_order(name, lists)
  local ids, places = {}, {}
  for _, list in ipairs(lists) do
    for _, id in ipairs(list) do
      if not places[id] then
        places[id] = tonumber(column(name, id, 'sequence'))
        ids[#ids + 1] = id
      end
    end
  end
  table.sort(ids, function(one, other) return places[one] < places[other] end)
  return ids
end

-- Notes that something was forgotten, of which the server's files still hold a copy.
local has_forgotten = false
local function note_forgotten()
  has_forgotten = true
end

local actions = {}
