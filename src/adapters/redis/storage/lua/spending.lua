-- What models cost, as in sqlite-spending.ts: one step before a call is sent and one after. Between them it counts at its
-- worst case, so that no crash and no other process can bring the sum above a cap.

local COLUMNS = { calls = 'calls', nanodollars = 'nanodollars', unpricedTokens = 'unpriced_tokens' }
local SHARES = { 50, 80, 100 }
local EVERYBODY = ''

local function amount(name, id, unit)
  return tonumber(column(name, id, COLUMNS[unit]) or '0')
end

local function account_of(period, guild_id)
  -- A space comes before all that a day may go on with: so a month stands before its days, and the ids are in order.
  return period .. ' ' .. guild_id
end

-- The day and the month, of everybody and of the guild.
local function accounts_of(day, guild_id)
  local accounts = {}
  for _, holder in ipairs(guild_id == EVERYBODY and { EVERYBODY } or { EVERYBODY, guild_id }) do
    for _, period in ipairs({ day, string.sub(day, 1, 7) }) do
      accounts[#accounts + 1] = { period = period, guild_id = holder, id = account_of(period, holder) }
    end
  end
  return accounts
end

local function add(account, column_name, number)
  if not exists('spending', account.id) then
    insert('spending', account.id, { period = account.period, guild_id = account.guild_id, calls = '0' })
  end
  redis.call('HINCRBY', row_key('spending', account.id), column_name, whole(number))
end

-- The caps that a call counts towards, in their order: those of guilds only where it is for one.
local function bounds_of(day, guild_id)
  local bounds = {}
  for at, cap in ipairs(cjson.decode(given.caps)) do
    local period = cap.period == 'day' and day or string.sub(day, 1, 7)
    local holder = cap.per == 'all' and EVERYBODY or guild_id
    if cap.per == 'all' or guild_id ~= EVERYBODY then
      bounds[#bounds + 1] = { at = at, cap = cap, period = period, guild_id = holder, id = account_of(period, holder) }
    end
  end
  return bounds
end

-- What the calls that run just now may give back.
local function held(bound)
  if bound.cap.unit == 'calls' then return 0 end
  local sum = 0
  local ids = redis.call('ZRANGEBYSCORE', PREFIX .. 'reservations/held_until', '(' .. given.now, given.held_at_most)
  for _, id in ipairs(ids) do
    local row = columns_of('reservations', id, { 'day', 'guild_id', 'is_over' })
    local is_of_it = string.sub(row.day, 1, #bound.period) == bound.period
      and (bound.guild_id == EVERYBODY or row.guild_id == bound.guild_id)
    if is_of_it and row.is_over == '0' then sum = sum + amount('reservations', id, bound.cap.unit) end
  end
  return sum
end

-- The highest share of this cap that is reached now and was not before: the cap's place, the guild, the share, what is spent.
local function reached(bound, spent)
  local highest
  for _, percent in ipairs(SHARES) do
    if bound.cap.most > 0 and spent * 100 >= bound.cap.most * percent then
      local id = table.concat({ bound.period, bound.guild_id, bound.cap.unit, percent }, '/')
      if not exists('caps_reached', id) then
        insert('caps_reached', id, {
          period = bound.period, guild_id = bound.guild_id, unit = bound.cap.unit, percent = whole(percent),
          told_by = given.id,
        })
      end
      if column('caps_reached', id, 'told_by') == given.id then highest = percent end
    end
  end
  return highest and { bound.at, bound.guild_id, highest, whole(spent) }
end

-- Answers with 0 where it is set aside; else with the place of the cap that refuses, whether only calls under way hold it, and
-- what was reached.
function actions.reserve()
  if exists('reservations', given.id) then return { 0 } end
  local guild_id = given.guild_id or EVERYBODY
  local wanted = {
    calls = 1, nanodollars = tonumber(given.nanodollars), unpricedTokens = tonumber(given.unpriced_tokens),
  }
  for _, bound in ipairs(bounds_of(given.day, guild_id)) do
    local most, unit = bound.cap.most, bound.cap.unit
    local spent = amount('spending', bound.id, unit)
    -- What takes nothing of a cap is not stopped by it, also where it was lowered below what was spent.
    if wanted[unit] > 0 and spent + wanted[unit] > most then
      local is_held = spent - held(bound) + wanted[unit] <= most
      -- A call that is dearer than all of the cap says nothing of what is spent.
      local is_spent = not is_held and wanted[unit] <= most
      local told = is_spent and reached(bound, math.max(spent, most))
      return { bound.at, is_held and 1 or 0, told and { told } or {} }
    end
  end
  for _, account in ipairs(accounts_of(given.day, guild_id)) do
    add(account, 'calls', 1)
    add(account, 'nanodollars', wanted.nanodollars)
    add(account, 'unpriced_tokens', wanted.unpricedTokens)
  end
  insert('reservations', given.id, {
    day = given.day, guild_id = guild_id, nanodollars = given.nanodollars, unpriced_tokens = given.unpriced_tokens,
    is_over = '0', held_until = given.held_until,
  })
  return { 0 }
end

-- Puts what was spent (or, without it, the worst case) in the place of what was set aside, once.
function actions.settle()
  local row = columns_of('reservations', given.id, { 'day', 'guild_id', 'nanodollars', 'unpriced_tokens' })
  if not row.day then return {} end
  if given.nanodollars then
    delete('reservations', given.id)
    for _, account in ipairs(accounts_of(row.day, row.guild_id)) do
      add(account, 'nanodollars', tonumber(given.nanodollars) - tonumber(row.nanodollars))
      add(account, 'unpriced_tokens', tonumber(given.unpriced_tokens) - tonumber(row.unpriced_tokens))
      add(account, 'input_tokens', tonumber(given.input_tokens))
      add(account, 'cached_tokens', tonumber(given.cached_tokens))
      add(account, 'output_tokens', tonumber(given.output_tokens))
    end
  else
    update('reservations', given.id, { is_over = '1' })
  end
  local all = {}
  for _, bound in ipairs(bounds_of(row.day, row.guild_id)) do
    local told = reached(bound, amount('spending', bound.id, bound.cap.unit))
    if told then all[#all + 1] = told end
  end
  return all
end

function actions.keep_held()
  for _, id in ipairs(cjson.decode(given.ids)) do update('reservations', id, { held_until = given.held_until }) end
end

-- Days and months since `day`, and the month of that day. The ids are in order themselves.
function actions.list()
  local since = redis.call('ZRANGEBYLEX', all_key('spending'), '[' .. given.day, '+')
  local month = string.sub(given.day, 1, 7)
  for _, id in ipairs(redis.call('ZRANGEBYLEX', all_key('spending'), '[' .. month .. ' ', '(' .. month .. '!')) do
    since[#since + 1] = id
  end
  return answers('spending', since)
end

-- Of a day, or of the days of a month.
function actions.list_open()
  local days = {}
  if #given.period > 7 then
    days[1] = given.period
  else
    for day = 1, 31 do days[day] = given.period .. string.format('-%02d', day) end
  end
  local calls, nanodollars, unpriced_tokens = 0, 0, 0
  for _, day in ipairs(days) do
    for _, id in ipairs(ids_with('reservations', 'day', day)) do
      calls = calls + 1
      nanodollars = nanodollars + amount('reservations', id, 'nanodollars')
      unpriced_tokens = unpriced_tokens + amount('reservations', id, 'unpricedTokens')
    end
  end
  return { whole(calls), whole(nanodollars), whole(unpriced_tokens) }
end
