export function AskingPage() {
  return null
}
