-- Briefings in Neovim 0.8 or later: paste this into ~/.config/nvim/init.lua.
-- Completion comes while you type (0.11; before that with Ctrl-X Ctrl-O), K shows a card, Ctrl-] goes to an
-- entry, grn renames it, gra mends (before 0.11: vim.lsp.buf.rename() and vim.lsp.buf.code_action()).
vim.api.nvim_create_autocmd("FileType", {
  pattern = "yaml",
  callback = function(args)
    vim.lsp.start({
      name = "briefing",
      cmd = { "briefing", "lsp" },
      root_dir = vim.fs.dirname(vim.api.nvim_buf_get_name(args.buf)),
      on_attach = function(client, buffer)
        -- Marks the id under the cursor everywhere; a reader beside the editor goes along.
        local group = vim.api.nvim_create_augroup("briefing", { clear = false })
        vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
        vim.api.nvim_create_autocmd("CursorHold", {
          group = group, buffer = buffer, callback = function() vim.lsp.buf.document_highlight() end,
        })
        vim.api.nvim_create_autocmd("CursorMoved", {
          group = group, buffer = buffer, callback = function() vim.lsp.buf.clear_references() end,
        })
        if vim.lsp.completion then
          vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true })
        end
      end,
    })
  end,
})
