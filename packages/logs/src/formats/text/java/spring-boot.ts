import { datedFormat } from "../parts/dated-format.ts";

/**
 * Console log of Spring Boot 1 to 3 (reference, "Log Format"), with the brackets of Spring Cloud Sleuth before the pid
 * or of application name and correlation behind `---`.
 */
export const springBoot = datedFormat({
  name: "spring-boot",
  patterns: [
    / {1,64}(?<level>[A-Z]{4,5}) \[(?<application>[^,\]]{0,128}),(?<trace>\w{0,64}),(?<span>\w{0,64})(?:,\w{0,5})?\] (?<pid>\d{1,10}) --- \[(?<thread>[^\]]{0,128})\] (?<logger>[^ ]{1,200}) {1,64}: /y,
    / {1,64}(?<level>[A-Z]{4,5}) (?<pid>\d{1,10}) --- \[(?<application>[^\]]{1,128})\] \[(?<thread>[^\]]{0,128})\] \[(?<trace>[\da-f]{16,32})-(?<span>[\da-f]{16})\] (?<logger>[^ ]{1,200}) {1,64}: /y,
    / {1,64}(?<level>[A-Z]{4,5}) (?<pid>\d{1,10}) --- (?:\[(?<application>[^\]]{1,128})\] )?\[(?<thread>[^\]]{0,128})\] (?:\[[ -]{0,60}\] )?(?<logger>[^ ]{1,200}) {1,64}: /y,
  ],
});
