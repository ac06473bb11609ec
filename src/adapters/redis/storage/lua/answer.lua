-- The end of every script. Where a call says who it is (`call`), its answer is kept for a minute: if it is sent again, because
-- the answer was lost with the connection, it is answered the same, and not that there is nothing to do any more.

local function act()
  local told = actions[given.action]()
  -- Last, and without memory for it not: then nothing was taken out either, or it was said before.
  if has_forgotten then redis.pcall('HINCRBY', PREFIX .. 'overwriting', 'forgotten', 1) end
  return told
end

local function answer_call()
  local key = PREFIX .. 'answered:' .. given.call
  local before = redis.call('GET', key)
  if before then return cjson.decode(before) end
  local told = act()
  -- Without memory for it the call is done all the same.
  redis.pcall('SET', key, cjson.encode(told), 'PX', 60000)
  return told
end

if given.call then return answer_call() end
return act()
