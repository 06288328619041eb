/** The only round thing: it turns beside the word that says what is being done. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="spinner size-3.5 shrink-0 animate-[spin_700ms_linear_infinite] rounded-full border-[1.5px] border-current border-r-transparent"
    />
  )
}
