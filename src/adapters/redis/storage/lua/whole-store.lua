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
