-- What people do, a row each time, as in sqlite-uses.ts. The tables' order is the time.

local now = tonumber(given.now)

-- The use that has to grow old before one more fits: of so many allowed, the so-manieth newest.
local function blocking(columns, value, since, most)
  local key = index_key('uses', columns, value)
  local found = redis.call('ZREVRANGEBYSCORE', key, '+inf', '(' .. whole(since), 'WITHSCORES', 'LIMIT', most - 1, 1)
  return found[2]
end

-- Counts one use and answers nothing; or says which limit (its place in the list, from 1) stands against it longest, and from
-- when on it no longer does (`never`).
function actions.take()
  if exists('uses', given.id) then return false end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', all_key('uses'), '(' .. given.now, '+inf')) do
    -- Noted while the clock was ahead: it counts from now on, so that it ends with its limit.
    update('uses', id, { used_at = given.now })
  end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', all_key('uses'), '-inf', given.over)) do delete('uses', id) end
  local refusal, lasts = false, nil
  for at, limit in ipairs(cjson.decode(given.limits)) do
    local whose = limit.per == 'person' and given.person_id or limit.per == 'guild' and given.guild_id
    if whose then
      local ends
      if limit.most < 1 then
        ends = math.huge
      else
        local columns = limit.per == 'person' and 'kind+person_id' or 'kind+guild_id'
        local used_at = blocking(columns, given.kind .. '+' .. whose, now - limit.milliseconds, limit.most)
        ends = used_at and tonumber(used_at) + limit.milliseconds
      end
      if ends and (not lasts or ends > lasts) then
        lasts = ends
        refusal = { at, ends == math.huge and 'never' or whole(ends) }
      end
    end
  end
  if refusal then return refusal end
  insert('uses', given.id, { kind = given.kind, guild_id = given.guild_id, person_id = given.person_id, used_at = given.now })
  return false
end

function actions.count()
  return redis.call('ZCOUNT', index_key('uses', 'kind+guild_id', given.kind .. '+' .. given.guild_id), '(' .. given.since, '+inf')
end
