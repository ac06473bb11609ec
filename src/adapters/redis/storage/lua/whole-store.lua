-- The store as a whole: which schema it has, and how it is copied.

local SCHEMA = PREFIX .. 'schema_version'

-- The version of the schema; a new store gets the newest.
function actions.version()
  return redis.call('HGET', SCHEMA, 'version')
end

function actions.begin()
  redis.call('HSETNX', SCHEMA, 'version', given.version)
  redis.call('HSETNX', SCHEMA, 'applied_at', given.now)
  return redis.call('HGET', SCHEMA, 'version')
end

-- Whether a store is being filled from another (`running`) or was (`done`). Who opens a filled one uses it: from then on it holds
-- more than what was copied.
function actions.use()
  local state = redis.call('GET', PREFIX .. 'migration')
  if state == 'done' then redis.pcall('DEL', PREFIX .. 'migration') end
  return state
end

-- Begins to fill the store: answers whether it may be, because nothing is in it or only what such a copy has put there.
function actions.begin_filling()
  if redis.call('EXISTS', PREFIX .. 'migration') == 0 then
    for name in pairs(TABLES) do
      if redis.call('EXISTS', all_key(name)) == 1 then return 0 end
    end
  end
  redis.call('SET', PREFIX .. 'migration', 'running')
  return 1
end

function actions.end_filling()
  redis.call('SET', PREFIX .. 'migration', 'done')
end

function actions.count()
  return redis.call('ZCARD', all_key(given.table))
end

-- Some rows of a table, in its order.
function actions.read()
  return answers(given.table, redis.call('ZRANGE', all_key(given.table), given.from, given.to))
end

-- A row of another store. `row` is a JSON object of texts.
function actions.put()
  local row = cjson.decode(given.row)
  delete(given.table, given.id)
  insert(given.table, given.id, row)
  local last = redis.call('GET', PREFIX .. 'sequence') or '0'
  if row.sequence and tonumber(row.sequence) > tonumber(last) then
    redis.call('SET', PREFIX .. 'sequence', row.sequence)
  end
end
