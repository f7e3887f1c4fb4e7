--- Kader, the language server of agreements (`*.afspraak.json`), for Neovim 0.11 and later.
---
--- Agreements stay of the type `json`, so that colours, folds and indentation are those of any JSON document. The server is
--- started for agreements and for `kader.toml`, and for no other JSON or TOML.

---@param path string
---@return boolean
local function is_ours(path)
  return vim.endswith(path, ".afspraak.json") or vim.fs.basename(path) == "kader.toml"
end

---The line of the cursor, and how many bytes of it stand before that.
---@return string, integer
local function line_and_column()
  return vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
end

---Neovim's own completion lets stand what an item replaces behind the cursor, such as a closing quote. This takes it away,
---unless the text there is another one by now.
---@param client vim.lsp.Client
local function replace_behind_cursor(client)
  local group = vim.api.nvim_create_augroup("kader.completion." .. client.id, {})
  local line, column = "", 0

  vim.api.nvim_create_autocmd("LspRequest", {
    group = group,
    callback = function(event)
      local request = event.data.request
      local ours = event.data.client_id == client.id and request.method == "textDocument/completion"
      if ours and request.type == "pending" then
        line, column = line_and_column()
      end
    end,
  })

  vim.api.nvim_create_autocmd("CompleteDone", {
    group = group,
    callback = function()
      local done = vim.tbl_get(vim.v.completed_item, "user_data", "nvim", "lsp") or {}
      local range = done.client_id == client.id and vim.tbl_get(done, "completion_item", "textEdit", "range")
      local now, cursor = line_and_column()
      if range and now:sub(cursor + 1) == line:sub(column + 1) then
        local behind = vim.str_byteindex(line, client.offset_encoding, range["end"].character, false) - column
        local row = vim.api.nvim_win_get_cursor(0)[1] - 1
        vim.api.nvim_buf_set_text(0, row, cursor, row, cursor + math.max(behind, 0), {})
      end
    end,
  })
end

---@type vim.lsp.Config
return {
  cmd = { "kader", "lsp" },
  filetypes = { "json", "toml" },

  -- The nearest folder with a configuration goes before git's, as on the command line. Where there is neither, a document is
  -- judged beside those of its own folder.
  root_dir = function(buffer, on_dir)
    if is_ours(vim.api.nvim_buf_get_name(buffer)) then
      on_dir(vim.fs.root(buffer, { "kader.toml", ".git" }))
    end
  end,

  on_init = replace_behind_cursor,

  -- Insert mode's own completion (CTRL-X CTRL-O) writes whole members then, and not their keys alone, for which even a single
  -- one needs the menu. It does not begin by itself.
  on_attach = function(client, buffer)
    vim.lsp.completion.enable(true, client.id, buffer)
    if not vim.o.completeopt:find("menuone", 1, true) then
      vim.bo[buffer].completeopt = vim.o.completeopt .. ",menuone"
    end
  end,
}
