-- What front-ends were asked to do, until it is done, as in sqlite-tasks.ts.

function actions.begin()
  -- The same call, sent again: its answer was lost.
  if column('tasks', given.id, 'begun_by') == given.begun_by then return 1 end
  if exists('tasks', given.id) then return 0 end
  local row = row_of({
    'request', 'guild_id', 'person_id', 'created_at', 'begun_by', 'request_channel_id', 'request_message_id',
    'retried_by',
  })
  row.state = 'running'
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
  return answers('tasks', ids_with('tasks', 'state', 'running'))
end
