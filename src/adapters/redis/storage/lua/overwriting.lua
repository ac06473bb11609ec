-- How much was forgotten since the server last wrote its files anew: `forgotten` counts, `asked` is that count when somebody
-- last waited for it, `overwritten` when the server was last told to.

local KEY = PREFIX .. 'overwriting'

local function count(name)
  return tonumber(redis.call('HGET', KEY, name) or '0')
end

function actions.ask()
  redis.call('HSET', KEY, 'asked', whole(count('forgotten')))
end

-- The count to be given to `done`, or nothing where there is nothing to overwrite. One process at a time may do it.
function actions.due()
  local wanted = given.only_asked and count('asked') or count('forgotten')
  if wanted <= count('overwritten') then return false end
  if given.pause and not redis.call('SET', PREFIX .. 'overwriting/now', '1', 'NX', 'PX', given.pause) then return false end
  return whole(count('forgotten'))
end

function actions.done()
  redis.call('HSET', KEY, 'overwritten', given.count)
end
