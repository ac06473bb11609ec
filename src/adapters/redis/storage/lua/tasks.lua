-- What front-ends were asked to do, until it is done, as in sqlite-tasks.ts.

function actions.begin()
  -- The same call, sent again: its answer was lost.
  if column('tasks', given.id, 'begun_by') == given.begun_by then return 1 end
  if exists('tasks', given.id) then return 0 end
  local row = row_of({
    'request', 'guild_id', 'person_id', 'holder', 'created_at', 'begun_by', 'request_channel_id', 'request_message_id',
    'retried_by',
  })
  row.state = 'running'
  row.attempts = '1'
  insert('tasks', given.id, row)
  return 1
end

function actions.set_reply()
  return update('tasks', given.id, row_of({ 'reply_channel_id', 'reply_message_id' })) and 1 or 0
end

function actions.set_state()
  if given.state ~= 'done' then return update('tasks', given.id, { state = given.state }) and 1 or 0 end
  return end_task(given.id) and 1 or 0
end

function actions.find()
  return exists('tasks', given.id) and answer('tasks', given.id)
end

function actions.find_running()
  local is_excepted, ids = {}, {}
  for _, holder in ipairs(cjson.decode(given.except_of)) do is_excepted[holder] = true end
  for _, id in ipairs(ids_with('tasks', 'state', 'running')) do
    if not is_excepted[column('tasks', id, 'holder')] then ids[#ids + 1] = id end
  end
  return answers('tasks', ids)
end

function actions.hold()
  -- First what needs no memory: a process can end on a full server, too.
  delete_silent_holders()
  if tonumber(given.lives_until) <= tonumber(given.now) then
    delete('holders', given.id)
    return
  end
  local row = row_of({ 'shards', 'of_shards', 'lives_until' })
  if not update('holders', given.id, row) then insert('holders', given.id, row) end
end

function actions.holders()
  local ids = {}
  for _, id in ipairs(redis.call('ZRANGE', all_key('holders'), 0, -1)) do
    if lives(id) then ids[#ids + 1] = id end
  end
  return answers('holders', ids)
end

function actions.take_over()
  local task = columns_of('tasks', given.id, { 'state', 'holder', 'attempts', 'taken_by' })
  -- The same call, sent again. Where yet another has taken it meanwhile, it is no longer this one's.
  if task.taken_by == given.taken_by then return 1 end
  if task.state ~= 'running' or task.holder ~= given.holder then return 0 end
  if not given.is_gone and lives(given.holder) then return 0 end
  update('tasks', given.id, {
    holder = given.by, attempts = whole(tonumber(task.attempts or 1) + 1), taken_by = given.taken_by,
  })
  return 1
end
