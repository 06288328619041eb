/** A key of the keyboard, or keys pressed together. */
export const Key = ({ children }: { children: string }) => (
  <kbd className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line-strong bg-canvas px-1 font-sans text-2xs font-medium text-ink-muted">
    {children}
  </kbd>
)
