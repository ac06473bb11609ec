-- The caches. `expires_at` is asked of the caller's clock; `lasts` is when the server drops it, whatever happens.

function actions.get()
  return redis.call('GET', cache_key(given.namespace, given.key))
end

function actions.set()
  drop_cached(given.namespace, given.key)
  local entry = given.expires_at .. ' ' .. given.json
  redis.call('SET', cache_key(given.namespace, given.key), entry, 'PX', given.lasts)
  redis.call('ZADD', EXPIRES, given.expires_at, given.namespace .. ':' .. given.key)
  local set = set_of(given.namespace, given.key, given.json)
  if set then
    redis.call('SADD', set, given.key)
    -- As long as the longest of what is in it.
    if redis.call('PTTL', set) < tonumber(given.lasts) then redis.call('PEXPIRE', set, given.lasts) end
  end
end

function actions.delete()
  drop_cached(given.namespace, given.key)
end

-- Where there is no memory left: those that end soonest make room for what must be kept.
function actions.make_room()
  return drop_names(redis.call('ZRANGE', EXPIRES, 0, tonumber(given.most) - 1))
end
