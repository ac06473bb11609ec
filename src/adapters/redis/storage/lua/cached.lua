-- What is in the caches, and what has to be known of it so that forgetting finds it:
--
--   footnote:cache:NAMESPACE:KEY    when it ends (milliseconds), a space, and the JSON. The server drops it some time later
--   footnote:cache/expires_at       NAMESPACE:KEY of all of them, by when they end
--   footnote:cache/summaries:ID     keys of the summaries of an article
--   footnote:cache/spellings:KEY    keys of the addresses under which a page was given that is kept under this key

local EXPIRES = PREFIX .. 'cache/expires_at'

local function cache_key(namespace, key)
  return PREFIX .. 'cache:' .. namespace .. ':' .. key
end

-- The JSON of an entry: nothing where there is none.
local function cached_json(namespace, key)
  local entry = redis.call('GET', cache_key(namespace, key))
  return entry and string.match(entry, '^%S+ (.*)$')
end

-- The set that an entry is found by when something else is forgotten. Keys of summaries begin with the id of their article;
-- the value of an address is the key of its page, in quotation marks.
local function set_of(namespace, key, json)
  if namespace == 'summary' then return PREFIX .. 'cache/summaries:' .. string.match(key, '^[^:]*') end
  if namespace == 'address' and json then return PREFIX .. 'cache/spellings:' .. cjson.decode(json) end
  return nil
end

local function drop_cached(namespace, key)
  local set = set_of(namespace, key, cached_json(namespace, key))
  if set then redis.call('SREM', set, key) end
  redis.call('ZREM', EXPIRES, namespace .. ':' .. key)
  return redis.call('DEL', cache_key(namespace, key)) == 1
end

local function sweep_summaries(article_id)
  for _, key in ipairs(redis.call('SMEMBERS', PREFIX .. 'cache/summaries:' .. article_id)) do
    drop_cached('summary', key)
  end
end

-- Takes out the pages that were given by these addresses, and every key that leads to them, unless a conversation is left
-- that was begun with one of those. As in sqlite-kept-pages.ts.
local function sweep_pages(address_keys)
  for _, given_key in ipairs(address_keys) do
    local json = cached_json('address', given_key)
    local home = json and cjson.decode(json) or given_key
    local spellings = redis.call('SMEMBERS', PREFIX .. 'cache/spellings:' .. home)
    local is_used = any_with('conversations', 'address_key', home)
    for _, key in ipairs(spellings) do
      is_used = is_used or any_with('conversations', 'address_key', key)
    end
    if not is_used then
      drop_cached('article', home)
      for _, key in ipairs(spellings) do drop_cached('address', key) end
    end
  end
end

-- Takes out entries whose names are given, and says how many there were.
local function drop_names(names)
  for _, name in ipairs(names) do
    local namespace, key = string.match(name, '^([^:]*):(.*)$')
    drop_cached(namespace, key)
  end
  return #names
end
