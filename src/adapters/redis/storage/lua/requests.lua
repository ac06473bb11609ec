-- What was asked for goes with the end of its task: nobody needs it then. Says whether there is such a task.
local function end_task(id)
  if not exists('tasks', id) then return false end
  if column('tasks', id, 'state') ~= 'done' then note_forgotten() end
  return update('tasks', id, {
    state = 'done', request = 'null', request_channel_id = false, request_message_id = false, retried_by = false,
  })
end
