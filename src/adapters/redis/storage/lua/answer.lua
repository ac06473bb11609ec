-- The end of every script. Where a call says who it is (`call`), its answer is kept for a minute: if it is sent again, because
-- the answer was lost with the connection, it is answered the same, and not that there is nothing to do any more.

local function answer_call()
  local key = PREFIX .. 'answered:' .. given.call
  local before = redis.call('GET', key)
  if before then return cjson.decode(before) end
  local told = actions[given.action]()
  -- Without memory for it the call is done all the same.
  redis.pcall('SET', key, cjson.encode(told), 'PX', 60000)
  return told
end

if given.call then return answer_call() end
return actions[given.action]()
