const OWN_NAME = /^(?:[^.]+|.+\.(?:local|localhost|lan|internal|home\.arpa))$/iu
const OWN_V4 =
  /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/u
const OWN_V6 = /^\[(?:::1\]|f[cd]|fe[89ab])/iu

/** Whether an address names a machine of one's own: a guess from the name alone, for defaults, never for safety. */
export function isOnOwnNetwork(address: string): boolean {
  const { hostname } = new URL(address)
  return (
    OWN_V4.test(hostname) || OWN_V6.test(hostname) || (OWN_NAME.test(hostname) && !hostname.startsWith('['))
  )
}
