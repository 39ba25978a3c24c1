string OrderOf11a() => "e → b → d → c → a";
