/** Who a process is: its number may be given to another one later, its start tells them apart. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}
