// The tables of WordPress 6 and of WooCommerce with its own order tables, as far as the practice sites fill them.
#include "app/practice/vectortables.h"

namespace longshore::practice {

namespace {

// Written short: `~` stands for the collation of all text, `@` for a column that is a key to a row.
struct TableText
{
    const char* name;
    const char* columns;
};

constexpr TableText tables[] = {
    {"wp_options", "  `option_id` @ AUTO_INCREMENT,\n"
                   "  `option_name` varchar(191)~ NOT NULL DEFAULT '',\n"
                   "  `option_value` longtext~ NOT NULL,\n"
                   "  `autoload` varchar(20)~ NOT NULL DEFAULT 'yes',\n"
                   "  PRIMARY KEY (`option_id`),\n"
                   "  UNIQUE KEY `option_name` (`option_name`),\n"
                   "  KEY `autoload` (`autoload`)"},
    {"wp_users", "  `ID` @ AUTO_INCREMENT,\n"
                 "  `user_login` varchar(60)~ NOT NULL DEFAULT '',\n"
                 "  `user_pass` varchar(255)~ NOT NULL DEFAULT '',\n"
                 "  `user_nicename` varchar(50)~ NOT NULL DEFAULT '',\n"
                 "  `user_email` varchar(100)~ NOT NULL DEFAULT '',\n"
                 "  `user_url` varchar(100)~ NOT NULL DEFAULT '',\n"
                 "  `user_registered` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                 "  `user_activation_key` varchar(255)~ NOT NULL DEFAULT '',\n"
                 "  `user_status` int NOT NULL DEFAULT '0',\n"
                 "  `display_name` varchar(250)~ NOT NULL DEFAULT '',\n"
                 "  PRIMARY KEY (`ID`),\n"
                 "  KEY `user_login_key` (`user_login`),\n"
                 "  KEY `user_email` (`user_email`)"},
    {"wp_usermeta", "  `umeta_id` @ AUTO_INCREMENT,\n"
                    "  `user_id` @ DEFAULT '0',\n"
                    "  `meta_key` varchar(255)~ DEFAULT NULL,\n"
                    "  `meta_value` longtext~,\n"
                    "  PRIMARY KEY (`umeta_id`),\n"
                    "  KEY `user_id` (`user_id`),\n"
                    "  KEY `meta_key` (`meta_key`(191))"},
    {"wp_posts", "  `ID` @ AUTO_INCREMENT,\n"
                 "  `post_author` @ DEFAULT '0',\n"
                 "  `post_date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                 "  `post_date_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                 "  `post_content` longtext~ NOT NULL,\n"
                 "  `post_title` text~ NOT NULL,\n"
                 "  `post_excerpt` text~ NOT NULL,\n"
                 "  `post_status` varchar(20)~ NOT NULL DEFAULT 'publish',\n"
                 "  `comment_status` varchar(20)~ NOT NULL DEFAULT 'open',\n"
                 "  `post_name` varchar(200)~ NOT NULL DEFAULT '',\n"
                 "  `post_modified` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                 "  `post_parent` @ DEFAULT '0',\n"
                 "  `guid` varchar(255)~ NOT NULL DEFAULT '',\n"
                 "  `menu_order` int NOT NULL DEFAULT '0',\n"
                 "  `post_type` varchar(20)~ NOT NULL DEFAULT 'post',\n"
                 "  `post_mime_type` varchar(100)~ NOT NULL DEFAULT '',\n"
                 "  `comment_count` bigint NOT NULL DEFAULT '0',\n"
                 "  PRIMARY KEY (`ID`),\n"
                 "  KEY `post_name` (`post_name`(191)),\n"
                 "  KEY `type_status_date` (`post_type`,`post_status`,`post_date`,`ID`),\n"
                 "  KEY `post_parent` (`post_parent`),\n"
                 "  KEY `post_author` (`post_author`)"},
    {"wp_postmeta", "  `meta_id` @ AUTO_INCREMENT,\n"
                    "  `post_id` @ DEFAULT '0',\n"
                    "  `meta_key` varchar(255)~ DEFAULT NULL,\n"
                    "  `meta_value` longtext~,\n"
                    "  PRIMARY KEY (`meta_id`),\n"
                    "  KEY `post_id` (`post_id`),\n"
                    "  KEY `meta_key` (`meta_key`(191))"},
    {"wp_comments", "  `comment_ID` @ AUTO_INCREMENT,\n"
                    "  `comment_post_ID` @ DEFAULT '0',\n"
                    "  `comment_author` tinytext~ NOT NULL,\n"
                    "  `comment_author_email` varchar(100)~ NOT NULL DEFAULT '',\n"
                    "  `comment_author_url` varchar(200)~ NOT NULL DEFAULT '',\n"
                    "  `comment_author_IP` varchar(100)~ NOT NULL DEFAULT '',\n"
                    "  `comment_date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                    "  `comment_date_gmt` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',\n"
                    "  `comment_content` text~ NOT NULL,\n"
                    "  `comment_karma` int NOT NULL DEFAULT '0',\n"
                    "  `comment_approved` varchar(20)~ NOT NULL DEFAULT '1',\n"
                    "  `comment_agent` varchar(255)~ NOT NULL DEFAULT '',\n"
                    "  `comment_type` varchar(20)~ NOT NULL DEFAULT 'comment',\n"
                    "  `comment_parent` @ DEFAULT '0',\n"
                    "  `user_id` @ DEFAULT '0',\n"
                    "  PRIMARY KEY (`comment_ID`),\n"
                    "  KEY `comment_post_ID` (`comment_post_ID`)"},
    {"wp_terms", "  `term_id` @ AUTO_INCREMENT,\n"
                 "  `name` varchar(200)~ NOT NULL DEFAULT '',\n"
                 "  `slug` varchar(200)~ NOT NULL DEFAULT '',\n"
                 "  `term_group` bigint NOT NULL DEFAULT '0',\n"
                 "  PRIMARY KEY (`term_id`),\n"
                 "  KEY `slug` (`slug`(191))"},
    {"wp_term_taxonomy", "  `term_taxonomy_id` @ AUTO_INCREMENT,\n"
                         "  `term_id` @ DEFAULT '0',\n"
                         "  `taxonomy` varchar(32)~ NOT NULL DEFAULT '',\n"
                         "  `description` longtext~ NOT NULL,\n"
                         "  `parent` @ DEFAULT '0',\n"
                         "  `count` bigint NOT NULL DEFAULT '0',\n"
                         "  PRIMARY KEY (`term_taxonomy_id`),\n"
                         "  UNIQUE KEY `term_id_taxonomy` (`term_id`,`taxonomy`)"},
    {"wp_term_relationships", "  `object_id` @ DEFAULT '0',\n"
                              "  `term_taxonomy_id` @ DEFAULT '0',\n"
                              "  `term_order` int NOT NULL DEFAULT '0',\n"
                              "  PRIMARY KEY (`object_id`,`term_taxonomy_id`),\n"
                              "  KEY `term_taxonomy_id` (`term_taxonomy_id`)"},
    {"wp_wc_orders", "  `id` @,\n"
                     "  `status` varchar(20)~ DEFAULT NULL,\n"
                     "  `currency` varchar(10)~ DEFAULT NULL,\n"
                     "  `type` varchar(20)~ DEFAULT NULL,\n"
                     "  `tax_amount` decimal(26,8) DEFAULT NULL,\n"
                     "  `total_amount` decimal(26,8) DEFAULT NULL,\n"
                     "  `customer_id` bigint unsigned DEFAULT NULL,\n"
                     "  `billing_email` varchar(320)~ DEFAULT NULL,\n"
                     "  `date_created_gmt` datetime DEFAULT NULL,\n"
                     "  `date_updated_gmt` datetime DEFAULT NULL,\n"
                     "  `parent_order_id` bigint unsigned DEFAULT NULL,\n"
                     "  `payment_method` varchar(100)~ DEFAULT NULL,\n"
                     "  `payment_method_title` text~,\n"
                     "  `transaction_id` varchar(100)~ DEFAULT NULL,\n"
                     "  `ip_address` varchar(100)~ DEFAULT NULL,\n"
                     "  `user_agent` text~,\n"
                     "  `customer_note` text~,\n"
                     "  PRIMARY KEY (`id`),\n"
                     "  KEY `status` (`status`),\n"
                     "  KEY `date_created` (`date_created_gmt`),\n"
                     "  KEY `customer_id_billing_email` (`customer_id`,`billing_email`(171))"},
    {"wp_wc_order_addresses", "  `id` @ AUTO_INCREMENT,\n"
                              "  `order_id` @,\n"
                              "  `address_type` varchar(20)~ DEFAULT NULL,\n"
                              "  `first_name` text~,\n"
                              "  `last_name` text~,\n"
                              "  `company` text~,\n"
                              "  `address_1` text~,\n"
                              "  `city` text~,\n"
                              "  `postcode` text~,\n"
                              "  `country` text~,\n"
                              "  `email` varchar(320)~ DEFAULT NULL,\n"
                              "  `phone` varchar(100)~ DEFAULT NULL,\n"
                              "  PRIMARY KEY (`id`),\n"
                              "  UNIQUE KEY `address_type_order_id` (`address_type`,`order_id`),\n"
                              "  KEY `order_id` (`order_id`)"},
    {"wp_wc_orders_meta", "  `id` @ AUTO_INCREMENT,\n"
                          "  `order_id` bigint unsigned DEFAULT NULL,\n"
                          "  `meta_key` varchar(255)~ DEFAULT NULL,\n"
                          "  `meta_value` text~,\n"
                          "  PRIMARY KEY (`id`),\n"
                          "  KEY `meta_key_value` (`meta_key`(100),`meta_value`(82)),\n"
                          "  KEY `order_id_meta_key_meta_value` (`order_id`,`meta_key`(100),`meta_value`(82))"},
    {"wp_woocommerce_order_items", "  `order_item_id` @ AUTO_INCREMENT,\n"
                                   "  `order_item_name` text~ NOT NULL,\n"
                                   "  `order_item_type` varchar(200)~ NOT NULL DEFAULT '',\n"
                                   "  `order_id` @,\n"
                                   "  PRIMARY KEY (`order_item_id`),\n"
                                   "  KEY `order_id` (`order_id`)"},
    {"wp_woocommerce_downloadable_product_permissions", "  `permission_id` @ AUTO_INCREMENT,\n"
                                                        "  `download_id` varchar(36)~ NOT NULL,\n"
                                                        "  `product_id` @,\n"
                                                        "  `order_id` @ DEFAULT '0',\n"
                                                        "  `user_email` varchar(200)~ NOT NULL,\n"
                                                        "  PRIMARY KEY (`permission_id`),\n"
                                                        "  KEY `order_id` (`order_id`)"},
    {"wp_wc_download_log",
     "  `download_log_id` @ AUTO_INCREMENT,\n"
     "  `timestamp` datetime NOT NULL,\n"
     "  `permission_id` @,\n"
     "  `user_id` bigint unsigned DEFAULT NULL,\n"
     "  `user_ip_address` varchar(100)~ DEFAULT '',\n"
     "  PRIMARY KEY (`download_log_id`),\n"
     "  KEY `permission_id` (`permission_id`),\n"
     "  CONSTRAINT `fk_wp_wc_download_log_permission_id` FOREIGN KEY (`permission_id`) REFERENCES "
     "`wp_woocommerce_downloadable_product_permissions` (`permission_id`) ON DELETE CASCADE"},
    {"wp_woocommerce_sessions", "  `session_id` @ AUTO_INCREMENT,\n"
                                "  `session_key` char(32)~ NOT NULL,\n"
                                "  `session_value` longtext~ NOT NULL,\n"
                                "  `session_expiry` @,\n"
                                "  PRIMARY KEY (`session_id`),\n"
                                "  UNIQUE KEY `session_key` (`session_key`)"},
};

} // namespace

QByteArray vectorTable(const QByteArray& name)
{
    for (const TableText& table : tables) {
        if (name == table.name) {
            QByteArray columns = table.columns;
            columns.replace('~', " COLLATE utf8mb4_unicode_520_ci").replace('@', "bigint unsigned NOT NULL");
            return columns;
        }
    }
    return {};
}

} // namespace longshore::practice
