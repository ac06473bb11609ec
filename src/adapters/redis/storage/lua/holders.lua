-- Processes that do tasks, for as long as each has said that it lives, by the callers' clocks.

local function lives(id)
  local lives_until = id and column('holders', id, 'lives_until')
  return lives_until and tonumber(lives_until) > tonumber(given.now)
end

-- Takes out those that have been silent for too long. Nothing of a person is in them, and no copy need be overwritten.
local function delete_silent_holders()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', PREFIX .. 'holders/lives_until', '-inf', given.now)) do
    delete('holders', id)
  end
end
