-- Drives Neovim as an author does, and writes down what is seen. The test that starts it says by `SCENARIO` what to do.

local function read_json(path)
  local file = assert(io.open(path))
  local text = file:read("a")
  file:close()
  return vim.json.decode(text)
end

local scenario = read_json(assert(os.getenv("SCENARIO")))
local seen = { version = tostring(vim.version()) }

local function finish(failure)
  seen.failure = failure
  local file = assert(io.open(scenario.seen, "w"))
  file:write(vim.json.encode(seen))
  file:close()
  vim.cmd("qall!")
end

-- Lets the editor go on with its work until something holds, and gives that.
local function await(what, holds)
  local me, deadline = coroutine.running(), vim.uv.now() + scenario.patience * 1000
  local timer = assert(vim.uv.new_timer())
  timer:start(0, 5, vim.schedule_wrap(function()
    if timer:is_closing() then
      return
    end
    local ok, result = pcall(holds)
    local over = vim.uv.now() > deadline
    if not ok or result or over then
      timer:close()
      local failure = not ok and result or (not result and "waited in vain for " .. what) or nil
      coroutine.resume(me, result, failure)
    end
  end))
  local result, failure = coroutine.yield()
  if failure then
    error(failure, 0)
  end
  return result
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n") .. "\n"
end

-- Places count lines and characters from 1, as those of `kader check --format json`.
local function place(line, byte)
  local written = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1] or ""
  return { line = line + 1, column = vim.str_utfindex(written, "utf-32", byte) + 1 }
end

local function diagnostics()
  local found = vim.tbl_map(function(one)
    return {
      code = one.code,
      severity = vim.diagnostic.severity[one.severity],
      message = one.message,
      source = one.source,
      start = place(one.lnum, one.col),
      ["end"] = place(one.end_lnum, one.end_col),
    }
  end, vim.diagnostic.get(0))
  return #found > 0 and found or vim.empty_dict()
end

local function has(code)
  return vim.iter(vim.diagnostic.get(0)):any(function(one)
    return one.code == code
  end)
end

-- Puts the cursor onto a text, which stands once.
local function go_to(wanted)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. vim.fn.escape(wanted.text, "\\"), "cW") > 0, wanted.text)
  vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + vim.str_byteindex(wanted.text, "utf-32", wanted.before))
end

local function keys(typed)
  vim.api.nvim_input(typed)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return window
    end
  end
end

local function hover()
  go_to(scenario.hover)
  keys("K")
  local window = await("the hover", float)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, "\n")
end

local function mend()
  go_to(scenario.mend)
  local before = text()
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title == scenario.mend.title
    end,
  })
  await("the fix", function()
    return text() ~= before and not has(scenario.mend.code)
  end)
  return text()
end

local function mend_all()
  local before = text()
  vim.lsp.buf.code_action({ apply = true, context = { only = { scenario.all }, diagnostics = {} } })
  await("all fixes", function()
    return text() ~= before
  end)
  return text()
end

-- Types keys that begin something in insert mode, and lets its own completion go on with what is wanted. Gives what was offered.
local function complete(wanted, typed)
  go_to(wanted)
  keys(typed .. wanted.typed .. (scenario.typing and "" or "<C-x><C-o>"))
  await("completion", function()
    return vim.fn.pumvisible() == 1
  end)
  local items = vim.fn.complete_info({ "items" }).items
  await("the wanted item", function()
    local chosen = vim.fn.complete_info({ "selected" }).selected
    if chosen >= 0 and items[chosen + 1].abbr == wanted.take then
      return true
    end
    keys("<C-n>")
  end)
  keys("<C-y>")
  await("what is wanted", function()
    return text():find(wanted.written, 1, true)
  end)
  keys("<Esc><Esc>")
  await("normal mode", function()
    return vim.api.nvim_get_mode().mode == "n"
  end)
  return vim.tbl_map(function(item)
    return item.abbr
  end, items)
end

local function run()
  await("findings", function()
    return has(scenario.mend.code)
  end)
  seen.language = vim.bo.filetype
  seen.found = diagnostics()
  seen.hover = hover()
  seen.mended = mend()
  seen.left = diagnostics()
  seen.fixed = mend_all()
  seen.completion = complete(scenario.complete, scenario.typing and 'c2i""' or 'ct"')
  seen.completed = text()
  seen.members = complete(scenario.member, "o")
  seen.grown = text()
  vim.lsp.buf.format({ timeout_ms = scenario.patience * 1000 })
  vim.cmd("write")
end

coroutine.wrap(function()
  local ok, failure = pcall(run)
  finish(not ok and tostring(failure) or nil)
end)()
