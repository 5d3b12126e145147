import { runTogether } from "./run-together";

runTogether(4, 4);
